package coach.trial;

import coach.latency.Side;
import java.io.IOException;

/** One side of a measurement: a bar that is asked for the same path again and again. */
public record Asking(String name, Client client, String path) implements Side {

    @Override
    public void request() throws IOException {
        Reply reply = client.get(path);
        if (reply.status() != 200) {
            throw new IOException("%s answered GET %s with %d: %s".formatted(name, path, reply.status(), reply.body()));
        }
    }
}
