package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.http.PublicDocument;

/**
 * How soon a revocation is seen by who keeps a list as long as it says, behind a cache that keeps the answer as long as that says: at every second of a
 * stepped clock, for every moment of the change and every distance between the two keepers.
 */
class StatusListFreshnessTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T10:15:31Z");
    private static final int INDEX = 94_567;

    /** From the revocation to the list that says so; the service's own promise. */
    private static final int TO_THE_ORIGIN = 2;

    private static final int SEEN_WITHIN = 62;
    private static final int STEPS = 300;

    /** What a list is read as. */
    enum Form {
        CREDENTIAL {
            @Override
            String body(Bitstring bits, Instant at) {
                return StatusListCredential.document(Fixtures.NORTHGATE, "northgate-1", bits, at);
            }

            @Override
            Read read(JsonNode body) {
                JsonNode list = body.path("credentialSubject");
                Bitstring bits = Bitstring.decoded(list.path("encodedList").asText());
                return new Read(bits.isSet(INDEX), list.path("ttl").asLong() / 1000);
            }
        },
        TOKEN {
            @Override
            String body(Bitstring bits, Instant at) {
                return StatusListToken.claims(Fixtures.NORTHGATE, "northgate-1", new ListBits(bits, null), at);
            }

            @Override
            Read read(JsonNode body) {
                TokenStatuses statuses =
                        TokenStatuses.of(1, body.at("/status_list/lst").asText());
                return new Read(
                        statuses.at(INDEX) == TokenStatuses.INVALID,
                        body.path("ttl").asLong());
            }
        };

        abstract String body(Bitstring bits, Instant at);

        abstract Read read(JsonNode body);
    }

    /**
     * What a list says.
     *
     * @param ttl how long it may be kept, in seconds
     */
    record Read(boolean revoked, long ttl) {}

    @ParameterizedTest
    @EnumSource(Form.class)
    void isSeenWithin62SecondsByWhoKeepsItBehindACacheAsLongAsTheyMay(Form form) {
        Answers answers = Answers.of(form);
        int latest = 0;
        for (int distance = 0; distance < 60; distance++) {
            for (int change = 100; change < 160; change++) {
                Cache cache = new Cache(answers, change + TO_THE_ORIGIN);
                latest = Math.max(latest, seenAfter(new Verifier(form, cache), cache, distance, change));
            }
        }

        assertThat(latest).isLessThanOrEqualTo(SEEN_WITHIN);
        // Both keep something, or nothing was tried.
        assertThat(latest).isGreaterThan(50);
    }

    /** Seconds from a change until a verifier that began so much after the cache goes by it. */
    private static int seenAfter(Verifier verifier, Cache cache, int distance, int change) {
        for (int now = 0; now < STEPS; now++) {
            cache.get(now); // Others ask all the time, so that it is never empty when it may be full.
            if (now >= distance && verifier.revoked(now)) {
                assertThat(now).isGreaterThanOrEqualTo(change);
                return now - change;
            }
        }
        return STEPS;
    }

    /** What the service answers before and after the list is signed anew. */
    private record Answers(Response before, Response after) {
        static Answers of(Form form) {
            return new Answers(
                    answer(form.body(Bitstring.empty(), BEGAN)),
                    answer(form.body(Bitstring.empty().with(List.of(INDEX)), BEGAN.plusSeconds(100))));
        }

        private static Response answer(String list) {
            return StatusResource.answer(PublicDocument.of(list, "application/vc"), new Plain());
        }
    }

    /** A shared cache that keeps an answer for its {@code max-age} (RFC 9111, section 4.2). */
    private static final class Cache {
        private static final Pattern MAX_AGE = Pattern.compile("(?:^|[, ])max-age=([0-9]+)");
        private final Answers answers;
        private final int published;
        private @Nullable Response kept;
        private long until;

        /** @param published when the service has the new list */
        Cache(Answers answers, int published) {
            this.answers = answers;
            this.published = published;
        }

        Response get(int now) {
            if (kept == null || now >= until) {
                kept = now < published ? answers.before() : answers.after();
                Matcher maxAge = MAX_AGE.matcher(kept.getHeaderString("Cache-Control"));
                until = maxAge.find() ? now + Long.parseLong(maxAge.group(1)) : now;
            }
            return kept;
        }
    }

    /** Reads the list anew when its {@code ttl} is over (Bitstring Status List 1.0, section 2.2), and no earlier. */
    private static final class Verifier {
        private final Form form;
        private final Cache cache;
        private @Nullable Read kept;
        private long until;

        Verifier(Form form, Cache cache) {
            this.form = form;
            this.cache = cache;
        }

        boolean revoked(int now) {
            if (kept == null || now >= until) {
                kept = form.read(tree(cache.get(now).getEntity().toString()));
                until = now + kept.ttl();
            }
            return kept.revoked();
        }

        private static JsonNode tree(String text) {
            try {
                return EventFormat.JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    /** Who asks without conditions. */
    private static final class Plain implements Request {
        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable Variant selectVariant(List<Variant> variants) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(EntityTag tag) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(Date lastModified) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag tag) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions() {
            return null;
        }
    }
}
