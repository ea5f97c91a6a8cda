package accesslog.generator;

/** Lists the formats that the generator writes: those of three versions, and the two of JSON. */
public enum Dialect {
    V2_3("2.3.1 B2025.016.1616"),
    V1_4_2("1.4.2.4 B2019.311.1030"),
    V1_3_8("1.3.8.4 B2018.332.2046"),
    JSON("3.2.0 B2025.300.0000"),
    JSON_PRETTY("3.2.0 B2025.300.0000");

    final String version;

    Dialect(String version) {
        this.version = version;
    }

    public boolean isJson() {
        return this == JSON || this == JSON_PRETTY;
    }
}
