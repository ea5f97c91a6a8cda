/**
 * Examines the machine for {@code doctor}, a line for each thing the workshop needs. May use {@code coach.cli},
 * {@code coach.cli.offline}, {@code coach.course} and {@code coach.bar}.
 */
package coach.cli.doctor;
