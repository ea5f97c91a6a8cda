/**
 * Opens and closes a bar: the processes of both services, H2, Redis, the wires before them, the javaagent and the
 * servers for traces. May use {@code coach.bar.environment}, {@code coach.bar.compiler}, {@code coach.bar.wire} and
 * {@code traces}.
 */
package coach.bar;
