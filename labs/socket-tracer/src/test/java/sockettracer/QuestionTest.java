package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {

    private static Exchange asking(byte[] request) {
        Section section = Tracer.section("test");
        Sample.exchange(new Connection("bar:80", false), request, Sample.utf8("yes"));
        section.close();
        return Recording.of(section).calls().get(0);
    }

    private static byte[] get(String path, String trace) {
        return Sample.utf8("GET " + path + " HTTP/1.1\r\ntraceparent: " + trace + "\r\n\r\n");
    }

    private static byte[] redis(String key) {
        return Sample.utf8("*2\r\n$3\r\nGET\r\n$" + key.length() + "\r\n" + key + "\r\n");
    }

    @Test
    void isTheSame_whenOnlyHeadersDiffer() {
        assertThat(Question.text(asking(get("/beer/1", "00-1a-1"))))
                .isEqualTo(Question.text(asking(get("/beer/1", "00-2b-1"))));
    }

    @Test
    void isTheSame_whenH2CountsUpItsIds() {
        Exchange first = asking(Sample.h2(17, "select name from donut where id=1"));
        Exchange second = asking(Sample.h2(23, "select name from donut where id=1"));

        assertThat(Question.text(first)).isEqualTo(Question.text(second)).contains("select name");
    }

    @Test
    void hasTheSameShape_whenOnlyNumbersDiffer() {
        Exchange first = asking(redis("beer:9"));
        Exchange second = asking(redis("beer:10"));

        assertThat(Question.shape(first)).isEqualTo(Question.shape(second)).isEqualTo("GET beer:#");
        assertThat(Question.text(first)).isNotEqualTo(Question.text(second));
    }

    @Test
    void hasTheSameShape_whenTheEndsOfRedisKeysDiffer() {
        assertThat(Question.shape(asking(redis("beer:ipa")))).isEqualTo(Question.shape(asking(redis("beer:stout"))));
    }

    @Test
    void hasAnotherShape_whenAnotherThingIsAsked() {
        assertThat(Question.shape(asking(redis("beer:1")))).isNotEqualTo(Question.shape(asking(redis("donut:1"))));
    }
}
