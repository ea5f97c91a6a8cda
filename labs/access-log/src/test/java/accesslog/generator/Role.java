package accesslog.generator;

/** Lists the service accounts that use the directory, how many of a hundred clients each has, and whether those keep their connections. */
enum Role {
    SSO("svc-sso", 30, true, 0.5),
    MAIL("svc-mail", 30, true, 0.2),
    WIKI("svc-wiki", 12, true, 0),
    PORTAL("svc-portal", 10, true, 0),
    IAM("svc-iam", 4, true, 1),
    HR("svc-hr-export", 8, false, 0),
    MONITOR("svc-monitor", 3, false, 0),
    LEGACY("svc-legacy", 8, false, 0);

    final String account;
    final int weight;
    final boolean pooled;
    final double encrypted;

    Role(String account, int weight, boolean pooled, double encrypted) {
        this.account = account;
        this.weight = weight;
        this.pooled = pooled;
        this.encrypted = encrypted;
    }

    String dn() {
        return "uid=" + account + ",ou=services," + Directory.SUFFIX;
    }
}
