package repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A Maven project file: its coordinates and licences, those of its parent where it has none of its own. */
record Pom(Path file, Element project) {

    static Pom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new Pom(
                    file,
                    factory.newDocumentBuilder().parse(file.toUri().toString()).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("could not read " + file, e);
        }
    }

    String group() {
        return text(project, "groupId")
                .or(() -> parent().flatMap(parent -> text(parent, "groupId")))
                .orElseThrow();
    }

    String artifact() {
        return text(project, "artifactId").orElseThrow();
    }

    /** Names of licences as the author wrote them; a user may choose among several. */
    List<String> licences() {
        List<String> own = child(project, "licenses").stream()
                .flatMap(licences -> children(licences, "license"))
                .flatMap(licence -> text(licence, "name").stream())
                .toList();
        return own.isEmpty()
                ? parent().map(parent -> read(inRepository(parent)).licences()).orElse(List.of())
                : own;
    }

    /** The value of an element, by its name and those of the elements around it. */
    Optional<String> text(String... path) {
        Optional<Element> at = Optional.of(project);
        for (String name : List.of(path).subList(0, path.length - 1)) {
            at = at.flatMap(element -> child(element, name));
        }
        return at.flatMap(element -> text(element, path[path.length - 1]));
    }

    private Optional<Element> parent() {
        return child(project, "parent");
    }

    // …/repository/ch/qos/logback/logback-core/1.6.6/logback-core-1.6.6.pom
    private Path inRepository(Element parent) {
        Path root = file.getParent().getParent().getParent();
        for (int depth = group().split("\\.").length; depth > 0; depth--) {
            root = root.getParent();
        }
        String artifact = text(parent, "artifactId").orElseThrow();
        String version = text(parent, "version").orElseThrow();
        return root.resolve(text(parent, "groupId").orElseThrow().replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static Optional<String> text(Element element, String name) {
        return child(element, name).map(child -> child.getTextContent().strip().replaceAll("\\s+", " "));
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element, name).findFirst();
    }

    private static Stream<Element> children(Element element, String name) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
