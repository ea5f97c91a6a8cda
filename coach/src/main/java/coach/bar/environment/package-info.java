/**
 * Helps every command with the machine: folders, ports, other programs, and the way commands and errors are written.
 * May use the JDK, picocli and {@code traces.terminal} only.
 */
package coach.bar.environment;
