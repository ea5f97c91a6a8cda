package coach.course.check;

import coach.bar.Bar;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A bar without processes: its app answers 200 to each path but {@code /broken}, and it notes what is restarted. */
final class FakeTestBar implements TestBar {

    final List<ServiceProgram> restarted = new CopyOnWriteArrayList<>();
    private final HttpServer app;

    FakeTestBar() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", FakeTestBar::answer);
        app.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        int status = exchange.getRequestURI().getPath().equals("/broken") ? 500 : 200;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public ServiceClient app() {
        return new ServiceClient(
                URI.create("http://127.0.0.1:" + app.getAddress().getPort()));
    }

    @Override
    public ServiceClient scores() {
        return new ServiceClient(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public void restart(ServiceProgram program) {
        restarted.add(program);
    }

    @Override
    public TestBar open() {
        return this;
    }

    @Override
    public void close() {
        app.stop(0);
    }

    @Override
    public boolean traced() {
        return false;
    }

    @Override
    public boolean withScores() {
        return false;
    }

    @Override
    public CompiledServices code() {
        throw new UnsupportedOperationException("this bar runs no code");
    }

    @Override
    public TestBar untraced() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bar bar() {
        throw new UnsupportedOperationException("this bar has no processes");
    }

    @Override
    public BackendCounts count(Runnable work) {
        throw new UnsupportedOperationException("this bar has no backends");
    }

    @Override
    public List<String> logOf(Runnable work, Predicate<List<String>> enough) {
        throw new UnsupportedOperationException("this bar logs nothing");
    }

    @Override
    public void forget(String prefix) {
        throw new UnsupportedOperationException("this bar has no Redis");
    }

    @Override
    public void restartApp(Map<String, String> settings) {
        throw new UnsupportedOperationException("this bar has no settings");
    }
}
