/**
 * Builds the workshop, and prepares it for a class without a network: {@code prepare}, {@code pack} and {@code unpack}. It may use
 * {@code coach.bar}, and no other command.
 */
package coach.cli.offline;
