package coach.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Proxies: whether one stands between a program and this machine itself, and whether Maven knows of it. */
final class ProxyCheck {

    private static final List<String> NAMES = List.of("http_proxy", "https_proxy", "all_proxy");
    private static final List<String> HERE = List.of("localhost", "127.0.0.1");

    private final Map<String, String> environment;
    private final Path settings;

    ProxyCheck(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.settings = home.resolve(".m2").resolve("settings.xml");
    }

    List<Diagnosis> all() {
        List<String> set =
                NAMES.stream().filter(name -> variable(name).isPresent()).toList();
        List<Diagnosis> findings = new ArrayList<>();
        findings.add(set.isEmpty() ? Diagnosis.ok("proxy", "none in the environment") : inEnvironment(set));
        maven(!set.isEmpty()).ifPresent(findings::add);
        return findings;
    }

    /** curl and most others would ask the proxy for localhost too, unless they are told not to. */
    private Diagnosis inEnvironment(List<String> set) {
        String seen = String.join(", ", set) + (set.size() == 1 ? " is set" : " are set");
        List<String> exceptions = Stream.of(variable("no_proxy").orElse("").split(","))
                .map(String::strip)
                .toList();
        boolean swallowed = !exceptions.contains("*") && !exceptions.containsAll(HERE);
        return swallowed
                ? Diagnosis.note(
                        "proxy",
                        seen
                                + ", and NO_PROXY does not name localhost and 127.0.0.1: curl would ask the proxy for the bar",
                        "Set NO_PROXY=localhost,127.0.0.1")
                : Diagnosis.ok("proxy", seen + ", and this machine is left out of it");
    }

    private Optional<Diagnosis> maven(boolean outside) {
        List<String> hosts = proxies();
        if (hosts == null) {
            return Optional.of(
                    Diagnosis.note("proxy", settings + " cannot be read as XML", "Maven will refuse it too: mend it."));
        }
        if (!hosts.isEmpty()) {
            return Optional.of(
                    Diagnosis.ok("proxy", "Maven goes through " + String.join(", ", hosts) + " (" + settings + ")"));
        }
        return outside
                ? Optional.of(Diagnosis.note(
                        "proxy",
                        "Maven knows of none, because it does not look at the environment",
                        "If it cannot fetch: a <proxy> in " + settings))
                : Optional.empty();
    }

    /** Hosts of those that are active; null when the file cannot be understood. */
    private List<String> proxies() {
        if (!Files.exists(settings)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(settings)) {
            NodeList proxies = parse(in).getElementsByTagName("proxy");
            return Stream.iterate(0, at -> at < proxies.getLength(), at -> at + 1)
                    .map(at -> (Element) proxies.item(at))
                    .filter(proxy -> !text(proxy, "active").equals("false"))
                    .map(proxy -> text(proxy, "host"))
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return null;
        }
    }

    private static Document parse(InputStream in) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var builder = factory.newDocumentBuilder();
        // It would print its troubles itself.
        builder.setErrorHandler(null);
        return builder.parse(in);
    }

    private static String text(Element proxy, String name) {
        NodeList found = proxy.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(java.util.Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
