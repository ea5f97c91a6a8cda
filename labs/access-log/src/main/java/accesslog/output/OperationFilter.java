package accesslog.output;

import accesslog.join.Operation;

/** Says which operations are wanted. */
public interface OperationFilter {

    OperationFilter ALL = operation -> true;

    boolean selects(Operation operation);
}
