package repository;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** Translates the names that poms give to licences into the identifiers of SPDX. */
final class Spdx {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("Apache-2.0 AND Apache-1.1", List.of("plexus-utils 1.1, without a pom")),
            Map.entry("0BSD", List.of("0BSD")),
            Map.entry("LGPL-3.0-or-later", List.of("GNU Lesser General Public License")),
            Map.entry(
                    "Apache-2.0",
                    List.of(
                            "Apache License, Version 2",
                            "Apache Public License 2.0",
                            "Apache 2",
                            "Apache 2.0",
                            "Apache License 2.0",
                            "Apache License Version 2.0",
                            "Apache License, Version 2.0",
                            "Apache-2.0",
                            "The Apache License, Version 2.0",
                            "The Apache Software License, Version 2.0",
                            "The Apache Software License, version 2.0")),
            Map.entry("BSD-2-Clause", List.of("BSD 2-Clause License", "BSD-2-Clause")),
            Map.entry(
                    "BSD-3-Clause",
                    List.of(
                            "BSD-3-Clause",
                            "EDL 1.0",
                            "Eclipse Distribution License - v 1.0",
                            "Eclipse Distribution License v. 1.0",
                            "The (New) BSD License",
                            "The BSD License",
                            "BSD Licence 3",
                            "BSD 3-clause",
                            "Go License")),
            Map.entry("CC0-1.0", List.of("Public Domain, per Creative Commons CC0")),
            Map.entry("EPL-1.0", List.of("EPL 1.0")),
            Map.entry(
                    "EPL-2.0",
                    List.of(
                            "EPLv2",
                            "Eclipse Public License, Version 2.0",
                            "EPL 2.0",
                            "EPL-2.0",
                            "Eclipse Public License v. 2.0",
                            "Eclipse Public License v2.0")),
            Map.entry("GPL-2.0-only WITH Classpath-exception-2.0", List.of("GPL2 w/ CPE")),
            Map.entry("GPL-2.0-only", List.of("GNU General Public License version 2 (GPLv2)")),
            Map.entry(
                    "LGPL-2.1-only",
                    List.of("LGPL-2.1-only", "GNU Lesser General Public License version 2.1 (LGPLv2.1)")),
            Map.entry("LGPL-2.1-or-later", List.of("LGPL-2.1-or-later")),
            Map.entry("MIT", List.of("MIT License", "The MIT License", "MIT")),
            Map.entry("MPL-2.0", List.of("MPL 2.0")),
            // Apache-1.1's terms without the clause that asks for an acknowledgment, and with other names.
            Map.entry(
                    "LicenseRef-JDOM", List.of("Similar to Apache License but with the acknowledgment clause removed")),
            Map.entry("LicenseRef-UnboundID-Free-Use", List.of("UnboundID LDAP SDK Free Use License")),
            Map.entry("LicenseRef-public-domain", List.of("Public Domain")));

    private static final Map<String, String> IDENTIFIERS = NAMES.entrySet().stream()
            .flatMap(licence -> licence.getValue().stream().map(name -> Map.entry(name, licence.getKey())))
            .collect(Collectors.toMap(Entry::getKey, Entry::getValue));

    private Spdx() {}

    static String of(String name, Library library) {
        String identifier = IDENTIFIERS.get(name);
        if (identifier == null) {
            throw new AssertionError(
                    "%s %s has a licence that Spdx.java does not know: '%s'. Read it, and add it there."
                            .formatted(library.name(), library.version(), name));
        }
        return identifier;
    }
}
