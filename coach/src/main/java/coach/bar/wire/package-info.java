/**
 * Relays TCP connections, so that a backend on this machine seems as far away as a real one. May use the JDK only.
 */
package coach.bar.wire;
