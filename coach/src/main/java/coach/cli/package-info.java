/**
 * Holds one class for each command of {@code ./workshop}, and what several commands share. May use {@code coach.course},
 * {@code coach.bar} and {@code traces}, but no package below this one.
 */
package coach.cli;
