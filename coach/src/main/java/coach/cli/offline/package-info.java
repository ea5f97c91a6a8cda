/**
 * Prepares a class without a network: {@code prepare}, {@code pack} and {@code unpack}. May use {@code coach.cli} and
 * {@code coach.bar}.
 */
package coach.cli.offline;
