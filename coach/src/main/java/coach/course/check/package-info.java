/**
 * The check of a step: opens the bars, runs the step's test with JUnit, and reports the results.
 *
 * <p>This package may use {@code coach.course}, {@code coach.course.latency}, {@code coach.bar} and {@code traces}, but
 * neither {@code coach.course.workspace} nor {@code coach.cli}.
 */
package coach.course.check;
