package coach.cli;

/**
 * The state of an open bar once it has restarted what was saved. The bar's page sends it as JSON.
 *
 * @param traced whether the services run with the javaagent
 * @param problem the reason, a sentence, why what was saved last does not run; empty if it does
 */
record BarState(boolean traced, String problem) {}
