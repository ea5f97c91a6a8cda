package sockettracer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a JVM of its own, with the tracer attached. */
final class TracedProgram {

    static final Path JAR = Path.of("target", "socket-tracer.jar").toAbsolutePath();

    private final Jdk jdk;
    private final List<String> jvmOptions = new ArrayList<>();
    private String options = "";
    private boolean attached = true;

    TracedProgram(Jdk jdk) {
        this.jdk = jdk;
    }

    TracedProgram options(String text) {
        options = text;
        return this;
    }

    TracedProgram jvmOptions(String... more) {
        return jvmOptions(List.of(more));
    }

    TracedProgram jvmOptions(List<String> more) {
        jvmOptions.addAll(more);
        return this;
    }

    /** Another one may be among the options. */
    TracedProgram withoutAgent() {
        attached = false;
        return this;
    }

    static String agent(String options) {
        return "-javaagent:" + JAR + (options.isEmpty() ? "" : "=" + options);
    }

    Ended run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(command);
    }

    /** @param command what comes after the JVM's options */
    Ended run(List<String> command) throws IOException, InterruptedException {
        Path json = Files.createTempFile("sections", ".json");
        Path output = Files.createTempFile("output", ".txt");
        try {
            Process process = start(command, json, output);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it hangs: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output), sections(json));
        } finally {
            Files.delete(json);
            Files.delete(output);
        }
    }

    private Process start(List<String> command, Path json, Path output) throws IOException {
        List<String> all = new ArrayList<>(List.of(jdk.java().toString()));
        all.addAll(jvmOptions);
        if (attached) {
            all.add(agent("json=" + json + (options.isEmpty() ? "" : "," + options)));
        }
        all.addAll(command);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static List<JsonNode> sections(Path json) throws IOException {
        List<JsonNode> sections = new ArrayList<>();
        for (String line : Files.readAllLines(json)) {
            sections.add(new ObjectMapper().readTree(line));
        }
        return sections;
    }

    /** How it ended, what it printed, and what the tracer noted. */
    record Ended(int exitCode, String output, List<JsonNode> sections) {

        JsonNode section(String name) {
            return sections.stream()
                    .filter(section -> section.get("section").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no section " + name + " in " + output));
        }
    }
}
