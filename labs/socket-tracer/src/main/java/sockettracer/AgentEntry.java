package sockettracer;

import java.lang.instrument.Instrumentation;

/** Starts the agent where the JDK is new enough. Compiled for Java 8, so that an old JDK can say that it is too old. */
public final class AgentEntry {

    private static final int OLDEST = 17;

    private static boolean started;

    private AgentEntry() {}

    /** Called by the JVM, for {@code -javaagent:socket-tracer.jar=options}. */
    public static void premain(String options, Instrumentation jvm) {
        start(System.getProperty("java.specification.version"), options, jvm);
    }

    /** Called by the JVM, for {@code Launcher-Agent-Class} in a program's own manifest, and when it is attached later. */
    public static void agentmain(String options, Instrumentation jvm) {
        premain(options, jvm);
    }

    static void start(String javaVersion, String options, Instrumentation jvm) {
        try {
            if (javaVersion.startsWith("1.") || Integer.parseInt(javaVersion) < OLDEST) {
                untraced("this is Java " + javaVersion + ", and it needs " + OLDEST + " or newer");
            } else if (AgentEntry.class.getClassLoader() != null) {
                untraced(
                        "its jar must be called socket-tracer.jar: under another name the JDK's sockets cannot find it");
            } else if (started) {
                System.err.println("socket-tracer: it is attached already; its options stay as they are, without '"
                        + options + "'.");
            } else {
                Class.forName("sockettracer.Agent")
                        .getDeclaredMethod("start", String.class, Instrumentation.class)
                        .invoke(null, options, jvm);
                started = true;
            }
        } catch (java.lang.reflect.InvocationTargetException e) {
            Throwable cause = e.getCause();
            untraced(cause instanceof IllegalArgumentException ? cause.getMessage() : "it could not start: " + cause);
        } catch (Throwable e) {
            untraced("it could not start: " + e);
        }
    }

    private static void untraced(String reason) {
        System.err.println("socket-tracer: " + reason + ". The program runs on, untraced.");
    }
}
