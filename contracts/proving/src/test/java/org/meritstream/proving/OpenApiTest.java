package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge of answers sees what is wrong with one, and nothing wrong with a sound one. */
class OpenApiTest {
    private static final String ID = "0b2a7f0e-8c1d-4f5a-9b3e-1c2d3e4f5a6b";
    private static final String BOOK = "{\"id\":\"" + ID + "\"}";
    private static final String PLAIN = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String TAG = "\"1\"";
    private static final OpenApi LIBRARY =
            new OpenApi(Repository.root().resolve("contracts/proving/src/test/resources/openapi/library.yaml"));

    /**
     * An answer.
     *
     * @param wrong part of what the judge must say; blank for a sound one
     */
    record Answer(String wrong, String method, String path, Response response) {
        @Override
        public String toString() {
            return method + " " + path + " " + response.statusCode() + (wrong.isBlank() ? "" : ": " + wrong);
        }
    }

    static Stream<Answer> sound() {
        return Stream.of(
                get("", "/books/1", answer(200, PLAIN, BOOK, TAG)),
                get("", "/books/1", answer(200, "application/json;charset=UTF-8", BOOK, TAG)),
                get("", "/books/1", answer(200, "text/html", "<p>A book", TAG)),
                get("", "/books/1", answer(404, PROBLEM, "{\"status\":404}", null)),
                get("", "/books/1", answer(403, null, "", null)),
                get("", "/books/1", answer(403, PROBLEM, "{\"status\":403}", null)),
                get("", "/books/1/scan", answer(200, "image/png", "PNG", null)),
                get("", "/books/newest", answer(303, null, "", null)),
                new Answer("", "POST", "/books", answer(204, null, "", null)));
    }

    static Stream<Answer> broken() {
        return Stream.of(
                get("no such operation", "/shelves", answer(200, PLAIN, BOOK, TAG)),
                get("no such operation", "/books/1/pages", answer(200, PLAIN, BOOK, TAG)),
                new Answer("no such operation", "DELETE", "/books/1", answer(204, null, "", null)),
                get("status is not described", "/books/1", answer(500, PROBLEM, "{}", null)),
                get("status is not described", "/books/newest", answer(200, PLAIN, BOOK, TAG)),
                get("lacks the header ETag", "/books/1", answer(200, PLAIN, BOOK, null)),
                get("media type text/plain is not described", "/books/1", answer(200, "text/plain", BOOK, TAG)),
                get("media type null is not described", "/books/1", answer(200, null, "", TAG)),
                get("required", "/books/1", answer(200, PLAIN, "{}", TAG)),
                get("required", "/books/1", answer(403, PROBLEM, "{}", null)),
                get("uuid", "/books/1", answer(200, PLAIN, BOOK.replace(ID, "first"), TAG)),
                get("additional", "/books/1", answer(200, PLAIN, BOOK.replace("{", "{\"n\":1,"), TAG)),
                get("constant", "/books/1", answer(404, PROBLEM, "{\"status\":400}", null)),
                get("body is not described", "/books/newest", answer(303, PLAIN, BOOK, null)),
                new Answer("body is not described", "POST", "/books", answer(204, PLAIN, BOOK, null)));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void findsNothingWrongWithASoundAnswer(Answer answer) {
        assertThat(LIBRARY.refusals(answer.method, answer.path, answer.response))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrongWithABrokenOne(Answer answer) {
        assertThat(LIBRARY.refusals(answer.method, answer.path, answer.response))
                .isNotEmpty()
                .anySatisfy(refusal -> assertThat(refusal).contains(answer.wrong));
    }

    @Test
    void failsTheTestThatAsked() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/books/1";

            assertThatThrownBy(() -> RestAssured.given().filter(LIBRARY).get(address))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("lacks the header ETag");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void listsEveryOperation() {
        assertThat(LIBRARY.operations())
                .containsExactly("GET /books/newest", "GET /books/{id}", "GET /books/{id}/scan", "POST /books");
    }

    private static Answer get(String wrong, String path, Response response) {
        return new Answer(wrong, "GET", path, response);
    }

    private static Response answer(int status, @Nullable String type, String body, @Nullable String tag) {
        List<Header> headers = tag == null ? List.of() : List.of(new Header("ETag", tag));
        ResponseBuilder builder = new ResponseBuilder()
                .setStatusCode(status)
                .setHeaders(new Headers(headers))
                .setBody(body);
        return type == null ? builder.build() : builder.setContentType(type).build();
    }
}
