package beerdonut.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserIconTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Javalin app = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.modifyServer(server -> server.insertHandler(new BrowserIcon()));
                config.routes.before(ctx -> logged.add(ctx.path()));
                config.routes.get("/beers", ctx -> ctx.result("ipa"));
            })
            .start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        app.stop();
    }

    @Test
    void answersBeforeAnyPageHearsOfIt() throws Exception {
        HttpResponse<String> icon = get("/favicon.ico");

        assertThat(icon.statusCode()).isEqualTo(204);
        assertThat(icon.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
        assertThat(logged).isEmpty();
    }

    @Test
    void leavesEverythingElseToThePages() throws Exception {
        assertThat(get("/beers").body()).isEqualTo("ipa");
        assertThat(get("/favicon.ico/more").statusCode()).isEqualTo(404);

        assertThat(logged).containsExactly("/beers", "/favicon.ico/more");
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + app.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
