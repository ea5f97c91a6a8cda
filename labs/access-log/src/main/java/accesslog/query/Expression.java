package accesslog.query;

import accesslog.join.Operation;
import accesslog.output.Pseudonyms;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Is a CEL expression over the fields of an operation, compiled once. Each worker has variables of its own. */
public final class Expression {

    private final CelRuntime.Program program;
    private final Pseudonyms pseudonyms;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<String> firstFailure = new AtomicReference<>();

    private Expression(CelRuntime.Program program, Pseudonyms pseudonyms) {
        this.program = program;
        this.pseudonyms = pseudonyms;
    }

    /** Compiles what a user typed, or says in a sentence why that can't be. */
    public static Expression compile(String option, String text, CelType result, Pseudonyms pseudonyms) {
        CelBuilder builder = CelFactory.standardCelBuilder();
        OperationVariables.TYPES.forEach(builder::addVar);
        builder.setResultType(result);
        Cel cel = builder.build();
        try {
            return new Expression(cel.createProgram(cel.compile(text).getAst()), pseudonyms);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(
                    option + " is no expression that can be used: " + text + "\n" + e.getMessage() + "\nKnown names: "
                            + String.join(" ", OperationVariables.TYPES.keySet()),
                    e);
        }
    }

    /** The expression with variables of its own, for one thread. */
    public final class Evaluator {

        private final OperationVariables variables = new OperationVariables(pseudonyms);

        private Evaluator() {}

        /** Null where the expression fails for that operation. */
        public Object of(Operation operation) {
            try {
                return program.eval(variables.of(operation));
            } catch (CelEvaluationException e) {
                failures.incrementAndGet();
                firstFailure.compareAndSet(null, e.getMessage());
                return null;
            }
        }
    }

    public Evaluator evaluator() {
        return new Evaluator();
    }

    /** How many operations it failed for. */
    public long failures() {
        return failures.get();
    }

    public String firstFailure() {
        return firstFailure.get();
    }
}
