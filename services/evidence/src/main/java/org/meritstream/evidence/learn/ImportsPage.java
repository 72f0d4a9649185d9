package org.meritstream.evidence.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LapseReason;
import org.meritstream.evidence.imports.ImportView;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.signin.Frame;

/**
 * Credentials of other issuers: the form for a further one, and what became of those that were handed in.
 *
 * @param outcome of what was just sent, or null
 * @param typed what stands in the form again
 */
record ImportsPage(Frame frame, List<Item> items, HandIn.@Nullable Outcome outcome, Typed typed) {
    static final String PATH = "/learn/imports";
    /** What can be wrong before anything is handed in, as far as there are words for it. */
    private static final Set<String> FAULTS = Set.of("nothing", "several", "credential-too-large", "too-many-imports");

    /**
     * One of them.
     *
     * @param heading what it is once that is known, and before that when it was handed in
     */
    record Item(String heading, HandIn.Outcome outcome, List<String> about) {}

    /** What was typed before. */
    record Typed(String link, String text) {
        static final Typed NOTHING = new Typed("", "");
    }

    /** The page; {@code request} names what was just handed in, or null. */
    static ImportsPage of(Frame frame, List<ImportView> imports, @Nullable UUID request) {
        Words words = frame.words();
        HandIn.Outcome outcome = imports.stream()
                .filter(one -> one.id().equals(request))
                .findFirst()
                .map(one -> outcome(one, words))
                .orElse(null);
        return new ImportsPage(frame, items(imports, words), outcome, Typed.NOTHING);
    }

    /** The page with what was sent and not handed in. */
    static ImportsPage refused(Frame frame, List<ImportView> imports, String fault, Typed typed) {
        String known = FAULTS.contains(fault) ? fault : "other";
        String said = frame.say("learn.import.fault." + known);
        return new ImportsPage(
                frame, items(imports, frame.words()), new HandIn.Outcome("state-bad", List.of(said)), typed);
    }

    /** Where the form is sent. */
    public String path() {
        return PATH;
    }

    private static List<Item> items(List<ImportView> imports, Words words) {
        return imports.stream()
                .map(one -> new Item(heading(one, words), outcome(one, words), about(one, words)))
                .toList();
    }

    private static String heading(ImportView one, Words words) {
        String achievement = named(one.achievementName(), one.achievement());
        String issuer = named(one.issuerName(), one.issuer());
        if (achievement != null && issuer != null) {
            return words.say(Phrase.of("learn.import.of", "achievement", achievement, "issuer", issuer));
        }
        Instant when = one.requestedAt();
        return words.say(
                when == null
                        ? Phrase.of("learn.import.some")
                        : Phrase.of("learn.import.from", "when", when.toString()));
    }

    /** What its issuer does not name is called by its address. */
    private static @Nullable String named(@Nullable String name, @Nullable String address) {
        return name == null ? address : name;
    }

    private static HandIn.Outcome outcome(ImportView one, Words words) {
        List<String> said = new ArrayList<>();
        Instant again = one.retryAt();
        said.add(words.say(
                again == null
                        ? Phrase.of("learn.import.state." + lower(one.state()))
                        : Phrase.of("learn.import.delayed", "when", again.toString())));
        if (one.refusal() != null) {
            said.add(words.say(one.refusal()));
        }
        LapseReason lapse = one.lapse();
        if (lapse != null && one.lapsedAt() != null) {
            said.add(words.say(Phrase.of(
                    "learn.import.lapse." + lower(lapse), "when", one.lapsedAt().toString())));
        }
        return new HandIn.Outcome(look(one.state()), List.copyOf(said));
    }

    private static List<String> about(ImportView one, Words words) {
        List<String> about = new ArrayList<>();
        if (one.requestedAt() != null && one.achievement() != null) {
            about.add(words.say(
                    Phrase.of("learn.import.when", "when", one.requestedAt().toString())));
        }
        if (one.validUntil() != null) {
            about.add(words.say(
                    Phrase.of("learn.import.until", "until", one.validUntil().toString())));
        }
        return List.copyOf(about);
    }

    private static String look(ImportView.State state) {
        return switch (state) {
            case VERIFIED -> "state-good";
            case PENDING -> "state-unsure";
            case REFUSED, LAPSED, EXPIRED -> "state-bad";
        };
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
