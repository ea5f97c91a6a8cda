/**
 * Compiles the two services with javac, and caches their classes. May use {@code coach.bar.environment} only.
 */
package coach.bar.compiler;
