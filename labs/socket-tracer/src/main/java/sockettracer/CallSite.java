package sockettracer;

/** Says where in the program a call is made: on which thread, and from which line. */
final class CallSite {

    private CallSite() {}

    /** Such as {@code Menu.find:61}, the innermost in the classes of the option; null without it. */
    static String caller() {
        String prefix = Options.current().callers();
        return prefix == null
                ? null
                : StackWalker.getInstance()
                        .walk(frames -> frames.filter(
                                        frame -> frame.getClassName().startsWith(prefix))
                                .findFirst()
                                .map(frame -> simple(frame.getClassName()) + "." + frame.getMethodName() + ":"
                                        + frame.getLineNumber())
                                .orElse(null));
    }

    /** Virtual threads mostly have no name. */
    static String threadName() {
        Thread thread = Thread.currentThread();
        return thread.getName().isEmpty() ? "virtual #" + thread.getId() : thread.getName();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
