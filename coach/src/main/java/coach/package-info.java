/**
 * Starts the coach, the program behind {@code ./workshop}, and ends it: the commands are in {@code coach.cli}. It may use all other
 * packages; they may not use this one.
 */
package coach;
