package sockettracer;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.asm.Advice.Enter;
import net.bytebuddy.asm.Advice.OnMethodEnter;
import net.bytebuddy.asm.Advice.OnMethodExit;
import net.bytebuddy.asm.Advice.Origin;
import net.bytebuddy.description.method.MethodDescription;

/** Makes sections of the methods that are annotated, or named in the options. */
final class SectionMethods implements ClassFileTransformer {

    private static final byte[] ANNOTATION = "Lsockettracer/Traced;".getBytes(StandardCharsets.US_ASCII);

    private final Set<String> methods;
    private final Set<String> types = new HashSet<>();
    private final Set<String> unseen;

    /** @param methods such as {@code com.example.Menu.donut} */
    SectionMethods(Set<String> methods) {
        this.methods = methods;
        this.unseen = new ConcurrentSkipListSet<>(methods);
        methods.forEach(method -> types.add(method.substring(0, Math.max(0, method.lastIndexOf('.')))));
    }

    void installOn(Instrumentation jvm) {
        jvm.addTransformer(this, true);
        for (Class<?> loaded : types.isEmpty() ? new Class<?>[0] : jvm.getAllLoadedClasses()) {
            if (types.contains(loaded.getName())) {
                transformAgain(loaded, jvm);
            }
        }
        if (methods.isEmpty()) {
            Output.say(
                    "notes calls only in sections, which are Tracer.section(...) or @Traced in the code, or named here:"
                            + " -javaagent:socket-tracer.jar=sections=com.example.Menu.donut, or =sections=main for all.");
        }
    }

    /** The program runs already where the agent is attached later. */
    private static void transformAgain(Class<?> loaded, Instrumentation jvm) {
        try {
            jvm.retransformClasses(loaded);
        } catch (Throwable e) {
            Output.say("could not change " + loaded.getName() + ": " + e);
        }
    }

    /** A section that never began is mostly a wrong name. */
    void sayUnseen() {
        unseen.forEach(name -> Output.say("no class that was loaded has a method " + name + "."));
    }

    // Called for every class: must load none itself, and look at as little as possible.
    @Override
    public byte[] transform(ClassLoader loader, String path, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
        String type = path == null ? "" : path.replace('/', '.');
        if (!types.contains(type) && !mentions(ANNOTATION, bytes)) {
            return null;
        }
        return ClassRewriter.rewrite(loader, type, bytes, this::adviceFor);
    }

    private Class<?> adviceFor(MethodDescription method) {
        String name = method.getDeclaringType().asErasure().getName() + "." + method.getName();
        boolean wanted = methods.contains(name)
                || isAnnotatedWith(named("sockettracer.Traced")).matches(method);
        if (!wanted || method.isAbstract() || method.isNative() || method.isBridge()) {
            return null;
        }
        unseen.remove(name);
        return Around.class;
    }

    private static boolean mentions(byte[] text, byte[] bytes) {
        for (int i = 0; i <= bytes.length - text.length; i++) {
            if (bytes[i] == text[0] && Arrays.equals(bytes, i, i + text.length, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }

    static final class Around {
        @OnMethodEnter(suppress = Throwable.class)
        static Section enter(@Origin("#t.#m") String name) {
            return Tracer.section(name);
        }

        @OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        static void exit(@Enter Section section) {
            section.close();
        }
    }
}
