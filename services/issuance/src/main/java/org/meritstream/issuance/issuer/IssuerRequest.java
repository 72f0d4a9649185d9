package org.meritstream.issuance.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Securing;
import org.meritstream.log.http.Problem;

/** What an issuer is to be called, as it comes in: every member may be missing or wrong. */
record IssuerRequest(
        @Nullable String name,
        @Nullable String url,
        @Nullable String email,
        @Nullable String description,
        @Nullable String colour,
        @Nullable List<@Nullable String> securings) {
    private static final int LONGEST = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** What is wrong with it; empty when nothing is. */
    List<Problem.Place> wrong() {
        List<Problem.Place> wrong = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            wrong.add(new Problem.Place("/name", "A name of 1 to " + LONGEST + " characters is needed."));
        }
        if (url == null || !webAddress(url)) {
            wrong.add(new Problem.Place("/url", "The address of the institution's page is needed, http or https."));
        }
        if (email != null && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
            wrong.add(new Problem.Place("/email", "This is no e-mail address."));
        }
        if (description != null && description.length() > LONGEST) {
            wrong.add(new Problem.Place("/description", "At most " + LONGEST + " characters."));
        }
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            wrong.add(new Problem.Place("/colour", "A colour as #rrggbb, such as #7a1f3d."));
        }
        String unfit = securings == null ? null : ChosenSecurings.wrong(securings);
        if (unfit != null) {
            wrong.add(new Problem.Place("/securings", unfit));
        }
        return wrong;
    }

    /** How it is to secure credentials; null where it does not say. */
    @Nullable
    List<Securing> chosen() {
        return securings == null ? null : ChosenSecurings.of(securings);
    }

    /** The issuer it describes; only of a request with nothing wrong. */
    Issuer issuer(String tenant, String base) {
        if (name == null || url == null) {
            throw new IllegalStateException("Checked before");
        }
        return new Issuer(tenant, base, name, url, email, description, stored(colour));
    }

    private static @Nullable String stored(@Nullable String colour) {
        return colour == null ? null : colour.toLowerCase(Locale.ROOT);
    }

    private static boolean webAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
