package org.meritstream.issuance.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.LapseReason;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.Examiner;
import org.meritstream.issuance.verification.Presented;

/** The status of a credential that is held: what of it is kept to read it by, what was read, and how long that is good for. */
final class StatusWatch {
    private static final List<String> KEPT = List.of("id", "issuer", "credentialStatus");
    private static final String STATUS = "credentialStatus";
    private static final Duration LONGEST = Duration.ofDays(30);

    private StatusWatch() {}

    /** What was read. */
    sealed interface Seen {

        /** Its issuer has not taken it back. */
        record Good() implements Seen {}

        /** Its issuer has. */
        record Lapsed(LapseReason reason) implements Seen {}

        /** It could not be read, or not be believed: that says nothing. */
        record Unread() implements Seen {}
    }

    /** What its status is read by, and no more of it; null where it names no list. */
    static @Nullable String of(JsonNode credential) {
        if (credential.path(STATUS).isMissingNode() || credential.path(STATUS).isEmpty()) {
            return null;
        }
        ObjectNode kept = EventFormat.JSON.createObjectNode();
        KEPT.forEach(member -> kept.set(member, credential.path(member)));
        return kept.toString();
    }

    /**
     * Reads it again: each entry by itself, since a suspension may end.
     *
     * @param status the check of one
     */
    static Seen read(String watched, Function<Presented, Check> status) {
        boolean unread = false;
        for (Presented entry : entries(watched)) {
            Check check = status.apply(entry);
            if (check.result() == Check.Result.INVALID) {
                boolean suspended = "suspension"
                        .equals(entry.credential()
                                .path(STATUS)
                                .path("statusPurpose")
                                .asText());
                return new Seen.Lapsed(suspended ? LapseReason.SUSPENDED : LapseReason.REVOKED);
            }
            unread |= check.result() == Check.Result.UNCHECKED;
        }
        return unread ? new Seen.Unread() : new Seen.Good();
    }

    private static List<Presented> entries(String watched) {
        ObjectNode credential = tree(watched);
        JsonNode status = credential.path(STATUS);
        Iterable<JsonNode> all = status.isArray() ? status : List.of(status);
        List<Presented> entries = new ArrayList<>();
        for (JsonNode entry : all) {
            ObjectNode one = credential.deepCopy();
            one.set(STATUS, entry);
            entries.add(new Presented.Document(one.toString(), one, "as what is kept of it"));
        }
        return entries;
    }

    private static ObjectNode tree(String watched) {
        try {
            return (ObjectNode) EventFormat.JSON.readTree(watched);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept is JSON", e);
        }
    }

    /** Documents that remember for how long the lists among them are good (Bitstring Status List 1.0, section 2.2, {@code ttl}). For one thread. */
    static final class Timed implements Documents {
        private static final Fetched NOTHING = new Fetched.Missing("A list is no address.");

        private final Documents source;
        private final Set<URI> timed = new HashSet<>();
        private Duration longest = Duration.ZERO;

        Timed(Documents source) {
            this.source = source;
        }

        @Override
        public Fetched read(URI address, Wanted wanted) {
            Fetched fetched = source.read(address, wanted);
            if (wanted == Wanted.DOCUMENT && timed.add(address) && fetched instanceof Fetched.Found found) {
                Duration ttl = ttl(found.text());
                longest = ttl.compareTo(longest) > 0 ? ttl : longest;
            }
            return fetched;
        }

        @Override
        public <T> T once(Object key, Class<T> kind, Supplier<T> make) {
            return source.once(key, kind, make);
        }

        /** When the lists are to be read again: after this time, later where one is good for longer, but within a month. */
        Instant next(Instant now, Duration usual) {
            Duration bounded = longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
            return now.plus(bounded.compareTo(usual) > 0 ? bounded : usual);
        }

        private static Duration ttl(String text) {
            return Examiner.open(text.getBytes(StandardCharsets.UTF_8), (address, wanted) -> NOTHING)
                            instanceof Examiner.Found.Credential list
                    ? Duration.ofMillis(Math.max(
                            0,
                            list.presented()
                                    .credential()
                                    .path("credentialSubject")
                                    .path("ttl")
                                    .asLong(0)))
                    : Duration.ZERO;
        }
    }
}
