package sockettracer;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Puts the advices where blocking and non-blocking sockets meet the JDK. */
final class Hooks implements ClassFileTransformer {

    // Java 17 to 25 have these classes and methods.
    private static final String CHANNEL = "sun.nio.ch.SocketChannelImpl.";
    private static final String TASK = "java.util.concurrent.ForkJoinTask.";
    private static final Map<String, Class<?>> ADVICES = Map.ofEntries(
            Map.entry("java.net.Socket.connect(SocketAddress,int)", Advices.Connect.class),
            Map.entry("java.net.Socket$SocketInputStream.read(byte[],int,int)", Advices.SocketRead.class),
            Map.entry("java.net.Socket$SocketOutputStream.write(byte[],int,int)", Advices.SocketWrite.class),
            Map.entry(CHANNEL + "connect(SocketAddress)", Advices.Connect.class),
            Map.entry(CHANNEL + "blockingConnect(SocketAddress,long)", Advices.Connect.class),
            Map.entry(CHANNEL + "read(ByteBuffer)", Advices.ChannelRead.class),
            Map.entry(CHANNEL + "read(ByteBuffer[],int,int)", Advices.ChannelRead.class),
            Map.entry(CHANNEL + "blockingRead(byte[],int,int,long)", Advices.ChannelRead.class),
            Map.entry(CHANNEL + "write(ByteBuffer)", Advices.ChannelWrite.class),
            Map.entry(CHANNEL + "write(ByteBuffer[],int,int)", Advices.ChannelWrite.class),
            Map.entry(CHANNEL + "blockingWriteFully(byte[],int,int)", Advices.ChannelWrite.class),
            Map.entry(TASK + "fork()", ForkedTasks.Fork.class),
            Map.entry(TASK + "invoke()", ForkedTasks.Fork.class),
            Map.entry(TASK + "doExec()", ForkedTasks.Execute.class));

    private final Set<String> types = new HashSet<>();
    private final Set<String> missing = new ConcurrentSkipListSet<>(ADVICES.keySet());

    /** Says which of them did not take: this JDK has no such method, or another agent was in the way. */
    void installOn(Instrumentation jvm) {
        ADVICES.keySet().forEach(hook -> types.add(hook.replaceFirst("\\.\\w+\\(.*", "")));
        jvm.addTransformer(this, true);
        for (String type : types) {
            try {
                jvm.retransformClasses(Class.forName(type));
            } catch (Throwable e) {
                Output.say("could not change " + type + ": " + e);
            }
        }
        missing.forEach(hook -> Output.say("the hook on " + hook + " did not take: calls over it are not seen."));
    }

    // Called for every class: must load none itself.
    @Override
    public byte[] transform(ClassLoader loader, String path, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
        String type = path == null || loader != null ? "" : path.replace('/', '.');
        return types.contains(type) ? ClassRewriter.rewrite(loader, type, bytes, this::adviceFor) : null;
    }

    private Class<?> adviceFor(MethodDescription method) {
        String parameters = method.getParameters().asTypeList().asErasures().stream()
                .map(TypeDescription::getSimpleName)
                .collect(Collectors.joining(","));
        String hook = method.getDeclaringType().asErasure().getName() + "." + method.getName() + "(" + parameters + ")";
        missing.remove(hook);
        return ADVICES.get(hook);
    }
}
