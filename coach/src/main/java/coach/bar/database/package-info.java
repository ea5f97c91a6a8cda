/**
 * Creates and serves the bar's H2 database with its two users. It needs H2 alone, because the database's container carries these classes
 * and nothing else of the coach.
 */
package coach.bar.database;
