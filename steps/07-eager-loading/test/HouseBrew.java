package test;

import coach.bar.Database;
import java.sql.SQLException;
import java.util.List;

/** A beer that the menu's files do not have, with donuts of its own; gone again when it is closed. */
final class HouseBrew implements AutoCloseable {

    private final Database database;

    /** Tried with one donut that tastes of nothing: «plain-ring», 70 %. */
    HouseBrew(Database database) throws SQLException {
        this.database = database;
        execute(
                "insert into beer values (9001, 'house-brew', 'House Brew', 'Smoked Ale', 6.0, 60, array['smoke'])",
                "insert into donut values (9001, 'plain-ring', 'Plain Ring', 'yeast', 7, 6, 'Fry it.')",
                "insert into tasting values (9001, 9001, 9001, 'Nobody')");
    }

    /** Somebody tries a second one, which is better: «smoked-ring», 80 %. */
    void tryAnother() throws SQLException {
        execute(
                "insert into donut values (9002, 'smoked-ring', 'Smoked Ring', 'yeast', 7, 6, 'Smoke it.')",
                "insert into donut_flavour values (9002, 'smoke')",
                "insert into tasting values (9002, 9001, 9002, 'Nobody')");
    }

    /** The recipe of the second one changes: it is sweet no more, and tastes of nothing. */
    void spoilTheOther() throws SQLException {
        execute(
                "update donut set sweetness = 0, richness = 0 where id = 9002",
                "delete from donut_flavour where donut_id = 9002");
    }

    String name() {
        return "house-brew";
    }

    private void execute(String... statements) throws SQLException {
        for (String sql : List.of(statements)) {
            database.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(
                "delete from tasting where id > 9000",
                "delete from donut_flavour where donut_id > 9000",
                "delete from donut where id > 9000",
                "delete from beer where id > 9000");
    }
}
