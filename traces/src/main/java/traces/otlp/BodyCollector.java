package traces.otlp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Collects each body as its bytes arrive, without a thread that waits for them, and hands the request on once it is
 * whole: however many slow bodies there are, the threads are free for those that have arrived.
 *
 * <p>All bodies that are arriving may take some memory together; when it is used up, the oldest of them loses its
 * connection.
 */
final class BodyCollector extends Handler.Wrapper {

    /** One byte more than a body may have: then its handler sees that it is too large. */
    private static final int MOST_KEPT = RequestBody.LIMIT + 1;

    private final long mostBytes;
    private final Set<Arrival> arriving = new LinkedHashSet<>();
    private long bytes;

    /** @param mostBytes those of all bodies that are arriving */
    BodyCollector(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Arrival arrival = new Arrival(request, response, callback);
        synchronized (this) {
            arriving.add(arrival);
        }
        arrival.run();
        return true;
    }

    private synchronized void count(int more) {
        bytes += more;
        Iterator<Arrival> oldest = arriving.iterator();
        while (bytes > mostBytes && arriving.size() > 1) {
            Arrival leaves = oldest.next();
            oldest.remove();
            bytes -= leaves.kept.size();
            leaves.hasLeft = true;
            leaves.request.getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }

    private synchronized void leave(Arrival arrival) {
        if (arriving.remove(arrival)) {
            bytes -= arrival.kept.size();
        }
    }

    /** A body on its way. */
    private final class Arrival implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long dropped;
        private boolean hasLeft;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** Reads what is there; when there is nothing, Jetty calls again once there is. */
        @Override
        public void run() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    handOn(chunk);
                    return;
                }
                keep(chunk.getByteBuffer());
                boolean last = chunk.isLast() || dropped > RequestBody.PATIENCE;
                chunk.release();
                if (last) {
                    handOn(Content.Chunk.EOF);
                    return;
                }
            }
        }

        /** A client that is still sending may not read an answer, so what is too large is read, and dropped. */
        private void keep(ByteBuffer some) {
            int length = Math.min(some.remaining(), MOST_KEPT - kept.size());
            dropped += some.remaining() - length;
            byte[] more = new byte[length];
            some.get(more);
            synchronized (BodyCollector.this) {
                if (!hasLeft) {
                    kept.writeBytes(more);
                    count(length);
                }
            }
        }

        private void handOn(Content.Chunk end) {
            ByteBuffer body = ByteBuffer.wrap(kept.toByteArray());
            leave(this);
            try {
                if (!getHandler().handle(new Collected(request, body, end), response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }
    }

    /** A request whose body is here, followed by its end or by the failure that ended it. */
    private static final class Collected extends Request.Wrapper {

        private final ByteBuffer body;
        private final Content.Chunk end;

        Collected(Request request, ByteBuffer body, Content.Chunk end) {
            super(request);
            this.body = body;
            this.end = end;
        }

        @Override
        public Content.Chunk read() {
            if (!body.hasRemaining()) {
                return end;
            }
            Content.Chunk chunk = Content.Chunk.from(body.slice(), false);
            body.position(body.limit());
            return chunk;
        }

        @Override
        public void demand(Runnable demand) {
            demand.run();
        }
    }
}
