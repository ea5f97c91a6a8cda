/**
 * The measurement that proves or refutes a claim about the latency of two sides.
 *
 * <p>This package uses no other package of this repository.
 */
package coach.course.latency;
