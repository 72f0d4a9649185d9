package org.meritstream.quickstart.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.pages.Stylesheet;

/** The page that asks who one is. */
final class WhoPage {
    private static final String PAGE = read();

    private WhoPage() {}

    /**
     * @param everybody whom one can be
     * @param request what the client asked for; every choice goes on with it
     */
    static String of(List<Persona> everybody, Map<String, String> request) {
        StringBuilder body = new StringBuilder();
        body.append("<h1>Who are you?</h1>\n<p class=\"lede\">This is the quickstart’s own sign-in: no password, "
                + "only invented people. An institution connects its own instead.</p>\n");
        for (String tenant : tenants(everybody)) {
            body.append("<h2>").append(escape(tenant)).append("</h2>\n<ul>\n");
            everybody.stream()
                    .filter(persona -> persona.tenant().equals(tenant))
                    .forEach(persona -> body.append(item(persona, request)));
            body.append("</ul>\n");
        }
        body.append(otherLearner(tenants(everybody), request));
        return page("Who are you?", body.toString());
    }

    static String refused(String why) {
        return page(
                "This is no sign-in",
                "<h1>This is no sign-in</h1>\n<p>The request to sign in is not as it should be: " + escape(why)
                        + ".</p>\n<p><a href=\"/\">To the front page</a></p>\n");
    }

    private static String item(Persona persona, Map<String, String> request) {
        String number = persona.studentNumber();
        return "<li><a href=\"/oidc/authorize?%s&amp;persona=%s\">%s</a>, %s%s</li>\n"
                .formatted(
                        escape(Authorization.query(request)),
                        escape(persona.id()),
                        escape(persona.name()),
                        escape(persona.does()),
                        number == null ? "" : " " + escape(number));
    }

    private static String otherLearner(Collection<String> tenants, Map<String, String> request) {
        String hidden = request.entrySet().stream()
                .map(one -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                        .formatted(escape(one.getKey()), escape(one.getValue())))
                .collect(Collectors.joining());
        String options = tenants.stream()
                .map(tenant -> "<option>%s</option>\n".formatted(escape(tenant)))
                .collect(Collectors.joining());
        return """
                <h2>Another learner</h2>
                <form method="get" action="/oidc/authorize">
                %s<p class="field"><label for="number">Student number</label>
                <input id="number" name="student_number" required autocomplete="off"></p>
                <p class="field"><label for="tenant">Institution</label>
                <select id="tenant" name="tenant">
                %s</select></p>
                <p class="actions"><button class="button" type="submit">Sign in as this learner</button></p>
                </form>
                """.formatted(hidden, options);
    }

    private static Set<String> tenants(List<Persona> everybody) {
        return everybody.stream().map(Persona::tenant).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String page(String title, String body) {
        return PAGE.replace("<!--title-->", escape(title)).replace("<!--body-->", body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read() {
        try (InputStream in = WhoPage.class.getResourceAsStream("who.html")) {
            if (in == null) {
                throw new IllegalStateException("who.html is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("/*stylesheet*/", Stylesheet.text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
