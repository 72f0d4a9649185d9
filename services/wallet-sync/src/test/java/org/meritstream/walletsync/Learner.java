package org.meritstream.walletsync;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meritstream.proving.OpenApi;
import org.meritstream.walletsync.claim.ClaimResource;

/** A browser that collected a credential. Every answer it gets is judged by the API's description. */
public record Learner(UUID credential, String cookie) {
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final String COOKIE = "meritstream-session";
    private static final OpenApi API = new OpenApi("wallet-sync");

    /** A request whose answer is judged by the description of the API; redirects are not followed. */
    public static RequestSpecification judged() {
        return given().filter(API).redirects().follow(false);
    }

    /** A fresh link, as a path; the caller is a registrar. */
    public static String link(UUID credential) {
        String claim = judged().post("/api/wallet/offers/" + credential + "/links")
                .then()
                .statusCode(201)
                .extract()
                .path("claim");
        return claim.substring(claim.indexOf("/claim/"));
    }

    /** Collects a credential, as the button of {@link ClaimResource} does. */
    public static Learner collect(UUID credential) {
        Response pressed = judged().post(link(credential));
        return new Learner(credential, pressed.getCookie(COOKIE));
    }

    /** Where this credential's page is. */
    public String path() {
        return "/claim/credentials/" + credential;
    }

    /** A request with this session. */
    public RequestSpecification with() {
        return judged().cookie(COOKIE, cookie);
    }

    /** What the page's forms carry. */
    public String formToken() {
        Matcher form = FORM.matcher(with().get(path()).asString());
        if (!form.find()) {
            throw new AssertionError("the page has no form");
        }
        return form.group(1);
    }

    /** Presses the button that shares or stops sharing. */
    public Response share(String visibility) {
        return with().formParam("form", formToken())
                .formParam("visibility", visibility)
                .post(path() + "/sharing");
    }
}
