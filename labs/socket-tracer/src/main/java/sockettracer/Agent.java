package sockettracer;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.ByteBuddy;
import sockettracer.export.JsonFile;
import sockettracer.export.OtlpSender;

/** Installs the hooks and the outputs as the options say. */
final class Agent {

    private Agent() {}

    static void start(String text, Instrumentation jvm) {
        Options options = Options.of(text);
        Options.use(options);
        if (options.report()) {
            Output.add(recording -> System.err.print(Report.of(recording)));
        }
        options.json().map(JsonFile::new).ifPresent(Output::add);
        options.otlp().map(url -> new OtlpSender(url, options.service())).ifPresent(Output::add);

        // Otherwise Byte Buddy uses sun.misc.Unsafe, which JDK 24 and later warn about, and refuses JDKs newer than
        // itself. In the jar that Maven makes, it has another name.
        String byteBuddy = ByteBuddy.class.getPackageName();
        System.setProperty(byteBuddy + ".safe", "true");
        System.setProperty(byteBuddy + ".experimental", "true");
        new Hooks().installOn(jvm);
        SectionMethods sections = new SectionMethods(options.sections());
        sections.installOn(jvm);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sections)));
    }

    /** A section that still waits for its answer is reported as it is. */
    private static void end(SectionMethods sections) {
        OpenSections.all().forEach(Section::finish);
        sections.sayUnseen();
        Output.end();
    }
}
