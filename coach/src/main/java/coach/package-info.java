/**
 * Starts the coach, the program behind {@code ./workshop}: maps what was typed to a command, and errors to exit codes.
 * May use all other packages; they may not use this one.
 */
package coach;
