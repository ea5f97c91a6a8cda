/**
 * The course: its steps, their solutions, and the states of the app that follow from them.
 *
 * <p>This package may use {@code coach.bar}, but neither {@code coach.cli} nor the packages below itself.
 */
package coach.course;
