package org.meritstream.pages;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which language the reader of a page gets: the one asked for in the address, else the one that was chosen so before, else what the browser
 * prefers, else English. A {@code @BeanParam} of resources.
 */
public class Reader {
    /** Parameter of the address, and name of the cookie that remembers it. */
    public static final String NAME = "lang";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"));
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @QueryParam(NAME)
    @Nullable
    String asked;

    @CookieParam(NAME)
    @Nullable
    String chosen;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Nullable
    String preferred;

    /** A reader who asks for nothing; fields are filled in from the request. */
    public Reader() {
        // For the framework.
    }

    /** The reader of a request that is at hand in another way. */
    public static Reader of(@Nullable String asked, @Nullable String chosen, @Nullable String preferred) {
        Reader reader = new Reader();
        reader.asked = asked;
        reader.chosen = chosen;
        reader.preferred = preferred;
        return reader;
    }

    /** The language, a BCP 47 tag. */
    public String language() {
        for (String wanted : new String[] {asked, chosen, preferred}) {
            String found = lookup(wanted);
            if (found != null) {
                return found;
            }
        }
        return Locale.ENGLISH.toLanguageTag();
    }

    /**
     * Remembers what the address asked for; null where it asked for nothing that is there.
     *
     * @param secure whether the pages are reached by TLS only
     */
    public @Nullable NewCookie choice(boolean secure) {
        String found = lookup(asked);
        return found == null
                ? null
                : new NewCookie.Builder(NAME)
                        .value(found)
                        .path("/")
                        .maxAge(Math.toIntExact(REMEMBERED.toSeconds()))
                        .sameSite(NewCookie.SameSite.LAX)
                        .httpOnly(true)
                        .secure(secure)
                        .build();
    }

    /** Nonsense is as good as nothing. */
    private static @Nullable String lookup(@Nullable String ranges) {
        if (ranges == null) {
            return null;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(ranges), LANGUAGES);
            return found == null ? null : found.toLanguageTag();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
