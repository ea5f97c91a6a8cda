package coach.course.check;

import coach.bar.Database;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A beer that is in the database during one test only, so that the code under test cannot know or keep its answer. */
public final class GuestBeer implements AutoCloseable {

    private static final AtomicInteger BREWED = new AtomicInteger();

    /** A number above all that the menu uses. */
    private static final int FIRST_ID = 1_000_000;

    private final Database database;
    private final int id = FIRST_ID + 1_000 * BREWED.incrementAndGet();

    private GuestBeer(Database database) {
        this.database = database;
    }

    /** @param tastings with how many donuts it has been tried, at most 97 */
    public static GuestBeer in(TestBar bar, int tastings) {
        GuestBeer beer = new GuestBeer(bar.bar().database());
        beer.execute("insert into beer values (%s, '%s', 'A Guest', 'Guest Ale', 5.5, 35, array['malt', 'nut'])"
                .formatted(beer.id, beer.name()));
        beer.execute("insert into tasting select %1$s + id, %1$s, id, 'A guest' from donut where id <= %2$s"
                .formatted(beer.id, tastings));
        return beer;
    }

    public String name() {
        return "guest-ale-" + id;
    }

    /** Gives the path that asks for its donut. */
    public String pair() {
        return "/pair/beer?name=" + name();
    }

    private void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the bar's own database", e);
        }
    }

    @Override
    public void close() {
        execute("delete from tasting where beer_id = " + id);
        execute("delete from beer where id = " + id);
    }
}
