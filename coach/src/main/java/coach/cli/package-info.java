/**
 * Holds one class for each command of {@code ./workshop}, and what they need: live reload, measurements, and the doctor's checks. It may
 * use {@code coach.cli.offline}, {@code coach.course}, {@code coach.bar} and {@code traces}.
 */
package coach.cli;
