package org.meritstream.walletsync.offer;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.walletsync.wallet.OfferState;

/** What a caller asks of the list of offers; everything is optional. Values come as text, so that a wrong one is named. */
public class OfferQuery {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    /** A learner's id. */
    @QueryParam("learner")
    @Nullable
    String learner;

    /** A credential's id. */
    @QueryParam("credential")
    @Nullable
    String credential;

    /** One of {@link OfferState}. */
    @QueryParam("state")
    @Nullable
    String state;

    /** Learner after whom the page begins. */
    @QueryParam("after")
    @Nullable
    String after;

    /** Wallets looked at for one page. */
    @QueryParam("limit")
    @Nullable
    String limit;

    @Nullable
    UUID learner() {
        return read("learner", learner, OfferQuery::uuid);
    }

    @Nullable
    UUID credential() {
        return read("credential", credential, OfferQuery::uuid);
    }

    @Nullable
    UUID after() {
        return read("after", after, OfferQuery::uuid);
    }

    @Nullable
    OfferState state() {
        return read("state", state, text -> OfferState.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    int limit() {
        Integer asked = read("limit", limit, Integer::valueOf);
        return asked == null ? PAGE : Math.clamp(asked, 1, LARGEST_PAGE);
    }

    /** The id in a text; {@link UUID#fromString} alone would take shortened forms. */
    static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the full form of a UUID");
        }
        return id;
    }

    /** The id in a text from outside, or null when there is none. */
    public static @Nullable UUID uuidIn(@Nullable String text) {
        try {
            return text == null ? null : uuid(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static <T> @Nullable T read(String name, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            String states = Arrays.toString(OfferState.values());
            String detail =
                    "The parameter \"" + name + "\" has no meaning here; ids are UUIDs, states are " + states + ".";
            throw new ProblemException(Problem.of("invalid-parameter", "A parameter is not valid", 400, detail));
        }
    }
}
