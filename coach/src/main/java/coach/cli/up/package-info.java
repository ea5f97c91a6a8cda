/**
 * Opens a bar and keeps it open: {@code up}, {@code restart} and {@code down}, live reload, restarts of dead processes,
 * and the two hidden commands of a bar in containers. May use {@code coach.cli}, {@code coach.course}, {@code coach.bar}
 * and {@code traces}.
 */
package coach.cli.up;
