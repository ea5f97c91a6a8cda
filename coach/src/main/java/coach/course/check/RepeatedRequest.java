package coach.course.check;

import coach.course.latency.MeasuredSide;
import java.io.IOException;

/** One side of a measurement: sends the same request to one service again and again. */
public record RepeatedRequest(String name, ServiceClient client, String path) implements MeasuredSide {

    @Override
    public void request() throws IOException {
        ServiceReply reply = client.get(path);
        if (reply.status() != 200) {
            throw new IOException("%s answered GET %s with %s: %s".formatted(name, path, reply.status(), reply.body()));
        }
    }
}
