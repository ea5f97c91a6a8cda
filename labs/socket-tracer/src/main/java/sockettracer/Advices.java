package sockettracer;

import static net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC;

import java.net.SocketAddress;
import net.bytebuddy.asm.Advice.AllArguments;
import net.bytebuddy.asm.Advice.Argument;
import net.bytebuddy.asm.Advice.Enter;
import net.bytebuddy.asm.Advice.FieldValue;
import net.bytebuddy.asm.Advice.OnMethodEnter;
import net.bytebuddy.asm.Advice.OnMethodExit;
import net.bytebuddy.asm.Advice.Return;
import net.bytebuddy.asm.Advice.This;

/** The lines that are copied into hooked methods. Each only calls the tracer; what the tracer throws goes no further. */
final class Advices {

    private Advices() {}

    static final class Connect {
        @OnMethodEnter(suppress = Throwable.class)
        static void enter(@This Object socket, @Argument(0) SocketAddress peer) {
            Tracer.connecting(socket, peer);
        }
    }

    static final class SocketRead {
        @OnMethodEnter(suppress = Throwable.class)
        static Bytes enter(@AllArguments Object[] arguments) {
            return Bytes.of(arguments);
        }

        @OnMethodExit(suppress = Throwable.class)
        static void exit(
                @FieldValue("parent") Object socket, @Enter Bytes bytes, @Return(typing = DYNAMIC) Object count) {
            Tracer.read(socket, bytes, count);
        }
    }

    static final class SocketWrite {
        @OnMethodEnter(suppress = Throwable.class)
        static Bytes enter(@FieldValue("parent") Object socket, @AllArguments Object[] arguments) {
            return Tracer.writing(socket, Bytes.of(arguments));
        }

        @OnMethodExit(suppress = Throwable.class)
        static void exit(@FieldValue("parent") Object socket, @Enter Bytes bytes) {
            Tracer.wrote(socket, bytes, null);
        }
    }

    static final class ChannelRead {
        @OnMethodEnter(suppress = Throwable.class)
        static Bytes enter(@AllArguments Object[] arguments) {
            return Bytes.of(arguments);
        }

        @OnMethodExit(suppress = Throwable.class)
        static void exit(@This Object channel, @Enter Bytes bytes, @Return(typing = DYNAMIC) Object count) {
            Tracer.read(channel, bytes, count);
        }
    }

    static final class ChannelWrite {
        @OnMethodEnter(suppress = Throwable.class)
        static Bytes enter(@This Object channel, @AllArguments Object[] arguments) {
            return Tracer.writing(channel, Bytes.of(arguments));
        }

        @OnMethodExit(suppress = Throwable.class)
        static void exit(@This Object channel, @Enter Bytes bytes, @Return(typing = DYNAMIC) Object count) {
            Tracer.wrote(channel, bytes, count);
        }
    }
}
