package coach.course;

import coach.bar.compiler.ModuleSources;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The course in one repository: its steps and labs, their solutions, and the states of the app that follow from them. */
public final class Course {

    private static final Pattern NUMBERED = Pattern.compile("\\d\\d-[a-z0-9-]+");

    private final Path repository;

    private Course(Path repository) {
        this.repository = repository;
    }

    public static Course in(Path repository) {
        return new Course(repository.toAbsolutePath().normalize());
    }

    public Path repository() {
        return repository;
    }

    /** Gives the steps that build on each other, in their order; labs are not among them. */
    public List<Step> steps() {
        return stepsAndLabs().filter(step -> step.lab().isEmpty()).toList();
    }

    /** Gives the steps that come after the others, each on its own. */
    public List<Step> labs() {
        return stepsAndLabs().filter(step -> step.lab().isPresent()).toList();
    }

    private Stream<Step> stepsAndLabs() {
        return numberedIn("steps").stream().map(folder -> {
            String name = folder.getFileName().toString();
            return new Step(
                    number(folder),
                    name,
                    folder,
                    repository.resolve("solutions").resolve(name));
        });
    }

    /** @param text as a person types it: «7», «07», «07-eager-loading» or «eager-loading» */
    public Step step(String text) {
        return new StepLookup(stepsAndLabs().toList()).find(text);
    }

    public Step step(int number) {
        return step(Integer.toString(number));
    }

    public State shipped() {
        return state(0);
    }

    /**
     * @return the shipped tree with the solutions of the steps 1 to that number laid over it, one after the other; for a
     *     lab the state that it begins with, its finished tools, and its solution
     */
    public State state(int number) {
        Optional<Step> lab = lab(number);
        if (lab.isPresent()) {
            return labState(
                    Step.twoDigits(number),
                    lab.get(),
                    new Solution(number, lab.get().solution()).files());
        }
        int last = Stream.concat(steps().stream().map(Step::number), ofSteps().map(Solution::number))
                .max(Comparator.naturalOrder())
                .orElse(0);
        if (number < 0 || number > last) {
            throw new UserError("There is no state %s; there are 00 (as shipped) to %s."
                    .formatted(Step.twoDigits(number), Step.twoDigits(last)));
        }
        SortedMap<String, Path> files = ModuleSources.services(repository);
        ofSteps().filter(solution -> solution.number() <= number).forEach(solution -> files.putAll(solution.files()));
        return new State(Step.twoDigits(number), files);
    }

    private State labState(String name, Step step, Map<String, Path> laidOver) {
        Lab lab = step.lab().orElseThrow();
        SortedMap<String, Path> files = new TreeMap<>(state(lab.base()).files());
        files.putAll(lab.tools(repository));
        files.putAll(laidOver);
        return new State(name, files);
    }

    private Optional<Step> lab(int number) {
        return labs().stream().filter(lab -> lab.number() == number).findFirst();
    }

    /** @return the state that the step begins with */
    public State before(Step step) {
        return before(step.number());
    }

    State before(int step) {
        Optional<Step> lab = lab(step);
        return lab.isPresent()
                ? labState(
                        Step.twoDigits(step) + "-" + State.START,
                        lab.get(),
                        lab.get().lab().orElseThrow().holes())
                : state(Math.max(0, step - 1));
    }

    /** Gives the state that a learner's code of that state began with: for a lab its start, else the shipped one. */
    public State origin(int number) {
        return lab(number).map(this::before).orElseGet(this::shipped);
    }

    /** @param text as a person types it: «0», «07», «07-eager-loading», «10-by-hand» */
    public State state(String text) {
        if (text.equals("shipped") || text.matches("0{1,2}")) {
            return shipped();
        }
        String half = "-" + Solution.BY_HAND;
        String start = "-" + State.START;
        if (text.endsWith(start)) {
            return before(step(text.substring(0, text.length() - start.length())));
        }
        return text.endsWith(half)
                ? byHand(step(text.substring(0, text.length() - half.length())))
                : state(step(text).number());
    }

    /** @return the state half-way through that step */
    public State byHand(Step step) {
        if (!step.hasHalf()) {
            throw new UserError("Step %s is done in one go: it has no half by hand.".formatted(step.twoDigits()));
        }
        String name = step.twoDigits() + "-" + Solution.BY_HAND;
        if (step.lab().isPresent()) {
            return labState(name, step, Map.of());
        }
        SortedMap<String, Path> files = new TreeMap<>(before(step).files());
        files.putAll(new Solution(step.number(), step.solution().resolve(Solution.BY_HAND)).files());
        return new State(name, files);
    }

    /** Gives every path that a state of the course has. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(shipped().files().keySet());
        solutions().stream()
                .flatMap(solution -> solution.halves().stream())
                .forEach(solution -> paths.addAll(solution.files().keySet()));
        labs().forEach(lab -> paths.addAll(before(lab).files().keySet()));
        return paths;
    }

    /** @return a sentence for each thing that does not fit together; none when all is well */
    public List<String> faults() {
        return new CourseFaults(this).find();
    }

    /**
     * Writes the lock of that step's solution anew.
     *
     * @return the files that were written
     */
    public List<Path> lock(Step step) {
        State before = before(step);
        List<Solution> halves = solutions().stream()
                .filter(solution -> solution.number() == step.number())
                .flatMap(solution -> solution.halves().stream())
                .toList();
        halves.forEach(half -> SolutionLock.of(half, before).writeTo(half));
        return halves.stream().map(Solution::lockFile).toList();
    }

    private Stream<Solution> ofSteps() {
        return solutions().stream().filter(solution -> lab(solution.number()).isEmpty());
    }

    List<Solution> solutions() {
        return numberedIn("solutions").stream()
                .map(folder -> new Solution(number(folder), folder))
                .toList();
    }

    private List<Path> numberedIn(String name) {
        Path folder = repository.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Course::isNumbered).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + folder, e);
        }
    }

    static boolean isNumbered(Path folder) {
        return Files.isDirectory(folder)
                && NUMBERED.matcher(folder.getFileName().toString()).matches();
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring(0, 2));
    }
}
