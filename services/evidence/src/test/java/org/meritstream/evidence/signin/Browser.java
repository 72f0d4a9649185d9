package org.meritstream.evidence.signin;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser: it keeps cookies and goes where it is sent, step by step. */
public final class Browser {
    /** A browser names no character set with a form. */
    private static final RestAssuredConfig AS_BROWSERS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /** Somebody who signed in and looks at a page. */
    public static Browser of(String tenant, String studentNumber) {
        Browser browser = new Browser();
        browser.signIn("/learn", learner(tenant, studentNumber));
        return browser;
    }

    /** A member of staff who signed in. */
    public static Browser staff(String tenant, String subject, String... roles) {
        Browser browser = new Browser();
        browser.signIn("/teach", Map.of("sub", subject, "tenant", tenant, "groups", roles));
        return browser;
    }

    /** A member of staff who is a learner as well. */
    public static Browser learningStaff(String tenant, String subject, String studentNumber, String... roles) {
        Browser browser = new Browser();
        browser.signIn(
                "/teach", Map.of("sub", subject, "tenant", tenant, "student_number", studentNumber, "groups", roles));
        return browser;
    }

    /** The claims of a learner. */
    static Map<String, Object> learner(String tenant, String studentNumber) {
        return new HashMap<>(
                Map.of("sub", "s-" + studentNumber, "tenant", tenant, "student_number", studentNumber, "name", "Lena"));
    }

    /** Asks for a page, is sent to the provider, and comes back with whatever it says; the answer is the one to that. */
    Response signIn(String page, Map<String, Object> claims) {
        Map<String, String> asked =
                query(get(page).then().statusCode(302).extract().header("Location"));
        Map<String, Object> all = new HashMap<>(claims);
        all.putIfAbsent("nonce", asked.get("nonce"));
        String code = IdentityProvider.code(asked.getOrDefault("code_challenge", ""), all);
        return get("/learn/signed-in?state=" + asked.get("state") + "&code=" + code);
    }

    /** A request with the browser's cookies. */
    public RequestSpecification request() {
        RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
        cookies.values().forEach(request::cookie);
        return request;
    }

    /** Opens a page. */
    public Response get(String path) {
        return keep(request().header("Accept", "text/html").get(path));
    }

    /** Sends a form that stands on a page, with the token that the page gave it. */
    public Response send(String page, String form, Map<String, String> members) {
        Matcher token = TOKEN.matcher(get(page).asString());
        if (!token.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        Map<String, String> all = new HashMap<>(members);
        all.put("form", token.group(1));
        return post(form, all);
    }

    /** Sends a form as it is. */
    public Response post(String form, Map<String, String> members) {
        String body = members.entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return keep(request()
                .config(AS_BROWSERS)
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(form));
    }

    /** Sends a form with a file in it, in the order in which the page has its fields, with the token that the page gave it. */
    public Response hand(String page, String form, Map<String, String> members, @Nullable String name, byte[] file) {
        Matcher token = TOKEN.matcher(get(page).asString());
        return offer(form, token.find() ? token.group(1) : "", members, name, file);
    }

    /** Sends a form with a file in it as it is. A browser sends the field of a file that was not chosen with an empty name. */
    public Response offer(String form, String token, Map<String, String> members, @Nullable String name, byte[] file) {
        RequestSpecification request =
                request().config(AS_BROWSERS).contentType("multipart/form-data").multiPart(field("form", token));
        request.multiPart(field("artifact", members.getOrDefault("artifact", "")));
        request.multiPart("file", name == null ? "" : name, file, "application/octet-stream");
        members.forEach((member, value) -> request.multiPart(field(member, value)));
        return keep(request.post(form));
    }

    private static MultiPartSpecification field(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    /** Keeps the cookies of an answer. */
    public Response keep(Response answer) {
        answer.getDetailedCookies().asList().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        return answer;
    }

    /** The session's cookie. */
    Cookie session() {
        return Objects.requireNonNull(cookies.get("q_session_pages"), "Nobody is signed in");
    }

    boolean isSignedIn() {
        return cookies.containsKey("q_session_pages");
    }

    void change(String name, String value) {
        cookies.put(name, new Cookie.Builder(name, value).build());
    }

    static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }
}
