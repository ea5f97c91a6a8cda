package sockettracer;

import static net.bytebuddy.matcher.ElementMatchers.is;

import java.util.function.Function;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;

/** Puts advices into the methods of a class, with Byte Buddy. */
final class ClassRewriter {

    // A class that is loaded already can get other method bodies, and nothing else.
    private static final ByteBuddy BYTE_BUDDY = new ByteBuddy()
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    // The boot loader finds none of its classes' files in a jar that it was given later, as by Launcher-Agent-Class.
    private static final ClassFileLocator OWN_FILES = new ClassFileLocator.Compound(
            ClassFileLocator.ForClassLoader.ofBootLoader(), ClassFileLocator.ForClassLoader.ofSystemLoader());

    private ClassRewriter() {}

    /**
     * Returns the changed class; null where it stays as it is, or could not be changed.
     *
     * @param adviceFor null for a method that stays as it is
     */
    static byte[] rewrite(
            ClassLoader loader, String type, byte[] bytes, Function<MethodDescription, Class<?>> adviceFor) {
        try {
            return rewritten(type, bytes, ClassFileLocator.ForClassLoader.of(loader), adviceFor);
        } catch (Throwable e) {
            Output.say("could not change " + type + ", whose calls are not seen: " + e);
            return null;
        }
    }

    private static byte[] rewritten(
            String name, byte[] bytes, ClassFileLocator others, Function<MethodDescription, Class<?>> adviceFor) {
        ClassFileLocator files = new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes), others);
        TypeDescription type = TypePool.Default.of(files).describe(name).resolve();
        DynamicType.Builder<?> builder = BYTE_BUDDY.redefine(type, files);
        for (MethodDescription method : type.getDeclaredMethods()) {
            Class<?> advice = adviceFor.apply(method);
            if (advice != null) {
                builder = builder.visit(Advice.to(advice, OWN_FILES).on(is(method)));
            }
        }
        return builder.make().getBytes();
    }
}
