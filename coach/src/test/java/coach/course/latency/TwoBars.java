package coach.course.latency;

import coach.bar.Bar;
import coach.course.check.RepeatedRequest;
import coach.course.check.ServiceClient;
import coach.shipped.ShippedBar;

/** Two shipped bars beside each other on free ports, the same in everything. */
final class TwoBars implements AutoCloseable {

    private final Bar one;
    private final Bar other;

    private TwoBars(Bar one, Bar other) {
        this.one = one;
        this.other = other;
    }

    static TwoBars open() {
        Bar one = ShippedBar.open(false);
        try {
            return new TwoBars(one, ShippedBar.open(false));
        } catch (RuntimeException e) {
            one.close();
            throw e;
        }
    }

    /** Both sides, asked for this path. */
    InterleavedSampler turns(String path) {
        return new InterleavedSampler(side(one, path), side(other, path), System::nanoTime);
    }

    private static MeasuredSide side(Bar bar, String path) {
        return new RepeatedRequest(bar.appUrl().toString(), new ServiceClient(bar.appUrl()), path);
    }

    @Override
    public void close() {
        try (one;
                other) {
            // Closing is all there is to do, of both even where one fails.
        }
    }
}
