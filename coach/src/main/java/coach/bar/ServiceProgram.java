package coach.bar;

import coach.bar.compiler.CompiledServices;

/** The program of a service, which runs in a JVM of its own. */
public enum ServiceProgram {
    APP(CompiledServices.APP, "beerdonut.BeerDonutApp"),
    SCORES(CompiledServices.SCORES, "scores.ScoreService");

    private final String module;
    private final String mainClass;

    ServiceProgram(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /** Returns the name of the service, which is that of its module. */
    public String module() {
        return module;
    }

    String mainClass() {
        return mainClass;
    }
}
