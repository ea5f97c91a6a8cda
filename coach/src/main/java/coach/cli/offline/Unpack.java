package coach.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a pack into a workshop, after checking all that is in it; needs only a JDK.
 *
 * <p>This class runs from its source in a clone that was never built, and from the pack itself ({@code java -jar}). So
 * it is one file, written in Java 11, to be able to say that 17 is needed. Exit codes: 0 unpacked, 2 not, with a
 * message.
 */
public final class Unpack {

    /** The pack's list of files with checksums; it stays, so that the next pack can tell which files are its own. */
    static final String LIST = "pack.sha256";
    /** The folder of the workshop for libraries; {@link coach.cli.offline.Build} gives it to Maven. */
    static final String LIBRARIES = ".workshop/maven-repository";

    /** The file in {@code .workshop} with the container images. */
    static final String IMAGES = "images.tar";
    /** The image with the coach. */
    private static final String TOOL = "beer-donut-bar-coach";

    private static final int WANTED_JAVA = 17;
    private static final int COULD_NOT_RUN = 2;
    private static final int A_FEW = 8;
    /** Characters that are special in file names of some system. */
    private static final String NOT_IN_NAMES = "\\:*?\"<>|\0\n\r";

    private static final int PROGRESS_EVERY = 500;
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> THEIRS = Arrays.asList("workspace", ".git");
    private static final List<String> OF_THE_PACK_ITSELF = Arrays.asList("META-INF/", "coach/cli/");

    private final Path folder;
    private final Path state;
    private final List<String> kept = new ArrayList<>();
    private int written;

    private Unpack(Path folder) {
        this.folder = folder;
        this.state = folder.resolve(".workshop");
    }

    /**
     * @param args from a launcher: its folder, «unpack» and the file; from the pack: the folder to make, if any
     */
    public static void main(String[] args) {
        String error;
        boolean launched = args.length > 1 && args[1].equals("unpack");
        if (launched) {
            error = args.length == 3 && !args[2].startsWith("-")
                    ? unpack(Paths.get(args[2]), Paths.get(args[0]))
                    : "Which pack? It is a file that '" + command("pack") + "' has made elsewhere.\nNext: "
                            + command("unpack FILE");
        } else {
            Path pack = itself();
            error = unpack(
                    pack,
                    Paths.get(args.length == 0 ? "beer-donut-workshop" : args[0]),
                    "java -jar \"" + pack.getFileName() + "\"");
        }
        if (error != null) {
            System.err.println(error);
            System.exit(COULD_NOT_RUN);
        }
    }

    private static Path itself() {
        try {
            return Paths.get(Unpack.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class is nowhere", e);
        }
    }

    /** @return an error message, or null when all is unpacked */
    static String unpack(Path pack, Path into) {
        return unpack(pack, into, command("unpack FILE"));
    }

    /** @param typed what to type to try again */
    private static String unpack(Path pack, Path into, String typed) {
        String error = check(pack, into);
        return error == null ? null : error + "\nNext: " + typed;
    }

    private static String check(Path pack, Path into) {
        if (Runtime.version().feature() < WANTED_JAVA) {
            return "This is Java " + Runtime.version().feature() + " at " + System.getProperty("java.home")
                    + ".\nThe workshop needs a JDK, version 17 or newer. Install one, or let JAVA_HOME point to it.";
        }
        if (!Files.isRegularFile(pack)) {
            return "There is no file " + pack.toAbsolutePath() + ".";
        }
        Path folder = into.toAbsolutePath().normalize();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return new Unpack(folder).run(zip);
        } catch (ZipException e) {
            return pack + " is no pack, or not all of it: " + e.getMessage() + ".\n" + again();
        } catch (IOException e) {
            return "It could not be unpacked into " + folder + ": " + e
                    + "\nIs there room, and may you write there? What is there so far does no harm.";
        }
    }

    private String run(ZipFile zip) throws IOException {
        ZipEntry list = zip.getEntry(LIST);
        if (list == null) {
            return zip.getName() + " is a zip, but no pack: it has no list " + LIST + ".\n" + again();
        }
        Map<String, String> sums = sums(zip.getInputStream(list).readAllBytes());
        System.out.println("Checking " + sums.size() + " files in " + zip.getName() + ".");
        String error = check(zip, sums);
        if (error != null) {
            return error;
        }
        write(zip, sums);
        finish(zip, list);
        return null;
    }

    /** Checks everything before anything is written. */
    private String check(ZipFile zip, Map<String, String> sums) throws IOException {
        List<String> names = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(LIST))
                .collect(Collectors.toList());
        if (names.size() != sums.size() || !sums.keySet().containsAll(names)) {
            return zip.getName() + " is not what its list says: it should hold " + sums.size() + " files, and holds "
                    + names.size() + ".\n" + again();
        }
        long room = 0;
        for (String name : names) {
            if (!isOurs(name)) {
                return zip.getName() + " wants to write where no pack should: " + name + ". Nothing was unpacked.\n"
                        + again();
            }
            if (!isWhole(zip, name, sums.get(name))) {
                return zip.getName() + " is damaged: the checksum of " + name + " is wrong. Nothing was unpacked.\n"
                        + again();
            }
            room += zip.getEntry(name).getSize();
        }
        Files.createDirectories(state);
        long free = Files.getFileStore(state).getUsableSpace();
        return free >= room
                ? null
                : "It needs " + megabytes(room) + ", and " + folder + " has room for " + megabytes(free)
                        + ". Make room there.";
    }

    private static boolean isWhole(ZipFile zip, String name, String sum) {
        try {
            return sum.equals(sum(zip.getInputStream(zip.getEntry(name))));
        } catch (IOException e) {
            // Damaged so that it cannot be inflated.
            return false;
        }
    }

    // "coach/pom.xml" -> true; "../x", "/etc/x", "C:/x", "workspace/pom.xml" -> false
    private boolean isOurs(String name) {
        boolean plain = NOT_IN_NAMES.chars().noneMatch(letter -> name.indexOf(letter) >= 0);
        List<String> parts = Arrays.asList(name.split("/", -1));
        return plain
                && !parts.contains("..")
                && !parts.contains(".")
                && !parts.contains("")
                && !THEIRS.contains(parts.get(0).toLowerCase(Locale.ROOT))
                && folder.resolve(name).normalize().startsWith(folder);
    }

    private void write(ZipFile zip, Map<String, String> sums) throws IOException {
        System.out.println("Unpacking into " + folder + ".");
        Path listBefore = state.resolve(LIST);
        Map<String, String> before = Files.exists(listBefore) ? sums(Files.readAllBytes(listBefore)) : Map.of();
        // What was built here may not fit any more; the end of the unpacking marks it as built again.
        Files.deleteIfExists(state.resolve("built"));
        for (Map.Entry<String, String> file : sums.entrySet()) {
            String name = file.getKey();
            if (!isOfThePackItself(name) && isWanted(name, file.getValue(), before)) {
                write(name, zip);
            }
        }
    }

    /** Leaves out files that are there already, and files that the learner has changed. */
    private boolean isWanted(String name, String sum, Map<String, String> before) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return true;
        }
        String there = Files.isRegularFile(file) ? sum(Files.newInputStream(file)) : "a folder";
        if (there.equals(sum)) {
            return false;
        }
        if (isMade(name) || there.equals(before.get(name))) {
            return true;
        }
        kept.add(name);
        return false;
    }

    /** Whether a build or a pack made the file, so that no person edits it. */
    static boolean isMade(String name) {
        return name.startsWith(".workshop/") || name.contains("/target/");
    }

    static boolean isOfThePackItself(String name) {
        return OF_THE_PACK_ITSELF.stream().anyMatch(name::startsWith);
    }

    private void write(String name, ZipFile zip) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        if (!file.getParent().toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException(file.getParent() + " is a link that leads elsewhere");
        }
        // Beside it first: half a file would later look like one that somebody has changed.
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try (InputStream in = zip.getInputStream(zip.getEntry(name));
                OutputStream out = Files.newOutputStream(half)) {
            if (isListOfJars(name)) {
                out.write(jars(new String(in.readAllBytes(), UTF_8)).getBytes(UTF_8));
            } else {
                in.transferTo(out);
            }
        }
        boolean script = isScript(half);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        if (script) {
            file.toFile().setExecutable(true, false);
        }
        if (++written % PROGRESS_EVERY == 0) {
            System.out.println("  " + written + " files");
        }
    }

    static boolean isListOfJars(String name) {
        return name.endsWith("/target/classpath") || name.endsWith("/target/javaagent");
    }

    /** Turns the pack's list, relative and a line each, into full paths as java on this system needs them. */
    private String jars(String list) {
        return list.lines().map(jar -> folder.resolve(jar).toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isScript(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        }
    }

    private void finish(ZipFile zip, ZipEntry list) throws IOException {
        try (InputStream in = zip.getInputStream(list)) {
            Files.copy(in, state.resolve(LIST), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.write(state.resolve("unpacked-at"), folder.toString().getBytes(UTF_8));
        System.out.println(
                written == 0 ? "All of it was there already." : "Unpacked and checked: " + written + " files.");
        if (kept.isEmpty()) {
            // Last, because newer files count as changed.
            Files.write(state.resolve("built"), new byte[0]);
        } else {
            System.out.println(whatWasKept());
        }
        tellOfTheRest();
        System.out.println(
                "Next: " + (folder.equals(Paths.get("").toAbsolutePath()) ? "" : "cd \"" + folder + "\", then ")
                        + command("start"));
    }

    private String whatWasKept() {
        return "These files of yours are not as in the pack, and stay as they are:\n"
                + kept.stream().limit(A_FEW).map(name -> "  " + name).collect(Collectors.joining("\n"))
                + (kept.size() > A_FEW ? "\n  and " + (kept.size() - A_FEW) + " more" : "")
                + "\nSo the next command builds the workshop anew; that needs Maven, but no network.";
    }

    private void tellOfTheRest() throws IOException {
        if (Files.exists(state.resolve(IMAGES))) {
            load(state.resolve(IMAGES));
        }
        Path maven = state.resolve("maven/bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
        String program = Files.exists(maven) ? '"' + maven.toString() + '"' : "mvn";
        String options = tellMaven() ? "" : " -o -Dmaven.repo.local=" + LIBRARIES;
        System.out.println("Maven, should you want it: " + program + options + " test");
    }

    /** Loads the images, and tells compose to build on the coach's image, so that it fetches nothing. */
    private void load(Path images) throws IOException {
        Path settings = folder.resolve(".env");
        if (!Files.exists(settings)) {
            Files.write(settings, ("TOOL=" + TOOL + "\n").getBytes(UTF_8));
        }
        System.out.println("Loading the container images into Docker.");
        try {
            Process docker = new ProcessBuilder("docker", "load", "--quiet", "--input", images.toString())
                    .inheritIO()
                    .start();
            if (docker.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // No such program: said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println("Docker did not take them. Once it runs: docker load --input \"" + images + "\"");
    }

    /** Writes Maven's settings, but not in a clone, which may use the network; Maven 3.8 cannot read a space there. */
    private boolean tellMaven() throws IOException {
        Path settings = folder.resolve(".mvn/maven.config");
        boolean own =
                !Files.exists(folder.resolve(".git")) && !folder.toString().contains(" ");
        if (own) {
            Files.createDirectories(settings.getParent());
            Files.write(settings, ("-o\n-Dmaven.repo.local=" + folder.resolve(LIBRARIES) + "\n").getBytes(UTF_8));
        }
        return own;
    }

    // "9f86d0…  coach/pom.xml" -> coach/pom.xml, 9f86d0…
    static Map<String, String> sums(byte[] list) {
        Map<String, String> sums = new TreeMap<>();
        new String(list, UTF_8)
                .lines()
                .map(line -> line.split("  ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> sums.put(parts[1], parts[0]));
        return sums;
    }

    /** SHA-256 in hex; closes what it reads. */
    static String sum(InputStream bytes) throws IOException {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            StringBuilder hex = new StringBuilder();
            for (byte digit : in.getMessageDigest().digest()) {
                hex.append(String.format("%02x", digit));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private static String again() {
        return "Get the file once more; its checksum stands beside it, in a file of the same name with .sha256 at its"
                + " end.";
    }

    private static String command(String args) {
        return (WINDOWS ? ".\\workshop " : "./workshop ") + args;
    }
}
