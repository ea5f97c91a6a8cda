/**
 * The learner's workspace and its Git history, and the Git branches that hold the solutions.
 *
 * <p>This package may use {@code coach.course} and {@code coach.bar}, but neither {@code coach.course.check} nor
 * {@code coach.cli}.
 */
package coach.course.workspace;
