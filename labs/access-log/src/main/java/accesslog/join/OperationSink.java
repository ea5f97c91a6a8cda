package accesslog.join;

/** Takes operations as they become complete. Those of one connection come in the order in which they did. */
public interface OperationSink {

    void operation(Operation operation);

    /** Follows the last operation of a connection. */
    default void closed(Connection connection) {}
}
