package accesslog.generator;

import static accesslog.generator.Directory.GROUPS;
import static accesslog.generator.Directory.PEOPLE;
import static accesslog.generator.Directory.SUFFIX;
import static accesslog.generator.Directory.escaped;

import accesslog.generator.Conversation.Cost;
import accesslog.generator.Directory.Person;
import accesslog.generator.LogFormat.Search;
import java.util.List;
import java.util.Random;

/** Plays what each service account does with the directory, one turn at a time; the slow and odd ones are among them. */
final class Behaviour {

    private final Conversation talk;
    private final Random random;
    private final boolean traps;

    Behaviour(Conversation talk, Random random, boolean traps) {
        this.talk = talk;
        this.random = random;
        this.traps = traps;
    }

    /** False when the client has done what it wanted. */
    boolean turn(Client client) {
        if (client.dn.isEmpty() && client.role != Role.MONITOR) {
            talk.bind(client, client.role.dn(), 0, null);
        }
        switch (client.role) {
            case SSO -> singleSignOn(client);
            case MAIL -> mail(client);
            case WIKI -> wiki(client);
            case PORTAL -> portal(client);
            case IAM -> identities(client);
            case HR -> hrExport(client);
            case MONITOR -> monitor(client);
            case LEGACY -> legacy(client);
        }
        return --client.turnsLeft > 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Search below(String base, String filter, String attrs) {
        return new Search(base, 2, filter, attrs, null);
    }

    private static Search entry(String dn, String attrs, String authzid) {
        return new Search(dn, 0, "(objectClass=*)", attrs, authzid);
    }

    /** Looks a person up, and checks the password by binding as that person on the same connection. */
    private void singleSignOn(Client client) {
        Person person = Directory.person(random);
        String login =
                oneOf(List.of(person.uid(), person.uid() + "@example.com", person.first() + " " + person.last()));
        if (random.nextDouble() < 0.003) {
            login = oneOf(List.of("J\u00fcrgen", "O\"Neil", "a(b)*c", "\u6771\u4eac"));
        }
        String value = escaped(login);
        String filter = "(&(objectClass=inetOrgPerson)(|(cn=%1$s)(uid=%1$s)(mail=%1$s)))".formatted(value);
        talk.search(
                client,
                below(SUFFIX, filter, "uid cn mail"),
                Cost.of(320, 1),
                "(&(objectClass=inetOrgPerson)(|(cn=...)(uid=...)(mail=...)))");
        if (random.nextDouble() < 0.35) {
            boolean wrong = random.nextDouble() < 0.12;
            boolean overtaken = traps && !wrong && random.nextDouble() < 0.02;
            talk.bind(client, person.dn(), wrong ? 49 : 0, overtaken ? client.role.dn() : null);
            if (!overtaken && random.nextDouble() < 0.3) {
                talk.search(
                        client,
                        entry(person.dn(), "cn memberOf", null),
                        Cost.of(140, wrong ? 0 : 1),
                        "(objectClass=*)");
            }
            talk.bind(client, client.role.dn(), 0, null);
        }
    }

    private void mail(Client client) {
        client.busyUntil = client.time;
        for (int i = random.nextInt(6); i >= 0; i--) {
            String uid = Directory.person(random).uid();
            String filter = "(|(mail=%1$s@example.com)(mailAlternateAddress=%1$s@example.com))".formatted(uid);
            talk.pipelined(
                    client,
                    below(PEOPLE, filter, "mail uid"),
                    Cost.of(180, 1),
                    "(|(mail=...)(mailAlternateAddress=...))");
        }
        client.time = Math.max(client.time, client.busyUntil) + talk.around(200);
    }

    private void wiki(Client client) {
        Person person = Directory.person(random);
        talk.search(
                client,
                below(GROUPS, "(member=" + person.dn() + ")", "cn"),
                Cost.of(500, random.nextInt(13)),
                "(member=...)");
        if (random.nextDouble() < 0.3) {
            String filter = "(&(objectClass=groupOfNames)(cn=team-" + random.nextInt(60) + "*))";
            talk.search(
                    client,
                    new Search(GROUPS, 1, filter, "cn member", null),
                    Cost.noted(9_000, 1 + random.nextInt(60), "U"),
                    "(&(objectClass=groupOfNames)(cn=...*))");
        }
    }

    private void portal(Client client) {
        String dn = Directory.person(random).dn();
        talk.search(client, entry(dn, "cn displayName", dn), Cost.of(150, 1), "(objectClass=*)");
    }

    private void identities(Client client) {
        Person person = Directory.person(random);
        double kind = random.nextDouble();
        if (kind < 0.6) {
            talk.change(client, "MOD", person.dn(), null, 2_500, 0);
        } else if (kind < 0.78) {
            talk.change(client, "ADD", person.dn(), null, 3_000, kind < 0.75 ? 0 : 68);
        } else if (kind < 0.87) {
            talk.change(client, "DEL", person.dn(), null, 2_500, kind < 0.85 ? 0 : 32);
        } else if (kind < 0.95) {
            talk.change(client, "CMP", person.dn(), "departmentNumber", 200, kind < 0.93 ? 6 : 5);
        } else if (kind < 0.98) {
            talk.change(client, "MODRDN", person.dn(), "uid=x" + person.uid(), 3_000, 0);
        } else {
            talk.extended(client, "1.3.6.1.4.1.4203.1.11.1", "passwd_modify_plugin", 90_000);
        }
    }

    /** Searches by what has no index. The server notes A where the base is the suffix, and only U, just as slow, where it is narrower. */
    private void hrExport(Client client) {
        double kind = random.nextDouble();
        String number = "(employeeNumber=" + (100_000 + random.nextInt(200_000)) + ")";
        if (kind < 0.3) {
            talk.search(client, below(SUFFIX, number, "uid cn"), Cost.noted(1_800_000, 1, "A"), "(employeeNumber=...)");
        } else if (kind < 0.45) {
            talk.search(client, below(PEOPLE, number, "uid cn"), Cost.noted(1_600_000, 1, "U"), "(employeeNumber=...)");
        } else if (kind < 0.6) {
            String filter = "(&(objectClass=inetOrgPerson)(l=%s)(title=%s))"
                    .formatted(
                            oneOf(List.of("Paris", "Oslo", "Lagos")),
                            escaped(oneOf(List.of("Engineer", "Sales (EMEA)"))));
            talk.search(
                    client,
                    below(PEOPLE, filter, "uid"),
                    Cost.noted(2_500_000, 100 + random.nextInt(8_900), "U"),
                    "(&(objectClass=inetOrgPerson)(l=...)(title=...))");
        } else if (kind < 0.7) {
            talk.search(
                    client,
                    below(SUFFIX, "(description=*" + Directory.lastName(random) + "*)", "uid"),
                    new Cost(135_000, 0.6, 0, "A", 11, ""),
                    "(description=*...*)");
        } else {
            for (int i = 2 + random.nextInt(10); i > 0; i--) {
                talk.search(
                        client,
                        below(PEOPLE, "(&(objectClass=inetOrgPerson)(sn>=m))", "uid employeeNumber mail"),
                        new Cost(16_000, 0.6, 500, "P", 0, " pr_idx=0 pr_cookie=0"),
                        "(&(objectClass=inetOrgPerson)(sn>=...))");
            }
            talk.sorted(
                    client,
                    below(PEOPLE, "(sn=" + Directory.lastName(random) + ")", "cn"),
                    Cost.of(30_000, 400 + random.nextInt(600)),
                    "(sn=...)");
        }
    }

    private void monitor(Client client) {
        talk.search(client, entry("", "vendorVersion", null), Cost.of(400, 1), "(objectClass=*)");
        talk.bind(client, client.role.dn(), 0, null);
        talk.search(client, entry("cn=monitor", null, null), Cost.of(900, 1), "(objectClass=*)");
    }

    private void legacy(Client client) {
        double kind = random.nextDouble();
        String uid = Directory.person(random).uid();
        if (kind < 0.3) {
            talk.search(
                    client,
                    below(SUFFIX, "(cn=*" + Directory.lastName(random) + "*)", "cn"),
                    Cost.noted(45_000, 20 + random.nextInt(880), "U"),
                    "(cn=*...*)");
        } else if (kind < 0.45) {
            talk.search(
                    client,
                    below(SUFFIX, "(&(uid=" + uid + ")(noSuchAttr=1))", null),
                    new Cost(400, 0.6, 0, "F", 0, " - Invalid attribute in filter - results may not be complete."),
                    "(&(uid=...)(noSuchAttr=...))");
        } else if (kind < 0.6) {
            talk.abandoned(
                    client,
                    below(SUFFIX, "(|(title=Engineer)(description=*beta*))", null),
                    "(|(title=...)(description=*...*))");
        } else if (kind < 0.7) {
            talk.sasl(client);
        } else if (kind < 0.8) {
            manyNames(client);
        } else if (kind < 0.9) {
            talk.search(
                    client,
                    below("dc=nowhere", "(uid=" + uid + ")", null),
                    new Cost(100, 0.6, 0, "", 32, ""),
                    "(uid=...)");
        } else if (traps && kind < 0.905) {
            talk.change(client, "ADD", "cn=nl\nx," + PEOPLE, null, 1_500, 0);
        } else if (kind < 0.95) {
            talk.search(client, below(SUFFIX, "(cn=a\"b\" scope=9)", "cn"), Cost.of(500, 0), "(cn=...)");
        } else {
            talk.search(
                    client,
                    below(SUFFIX, "(&(|(cn=a*b*c)(cn=*z))(!(uid=x))(sn~=smyth)(mail=*))", "cn"),
                    Cost.of(500, 0),
                    "(&(|(cn=...*...*...)(cn=*...))(!(uid=...))(sn~=...)(mail=*))");
        }
    }

    private void manyNames(Client client) {
        StringBuilder filter = new StringBuilder("(|");
        for (int i = oneOf(List.of(20, 60, 200)) - 1; i >= 0; i--) {
            filter.append("(uid=user").append(i).append(')');
        }
        talk.search(client, below(SUFFIX, filter.append(')').toString(), "uid"), Cost.of(4_000, 3), "(|(uid=...))");
    }
}
