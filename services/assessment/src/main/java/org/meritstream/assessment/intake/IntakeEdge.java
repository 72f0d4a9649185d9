package org.meritstream.assessment.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.meritstream.assessment.delivery.DeliveryIds;
import org.meritstream.assessment.flow.AssessmentConfig;
import org.meritstream.assessment.intake.CompactToken.Parsed;
import org.meritstream.assessment.moodle.StatementRules;
import org.meritstream.assessment.reading.SenderJson;
import org.meritstream.assessment.source.Source;
import org.meritstream.assessment.source.SourceDirectory;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.SourceKind;
import org.meritstream.log.Emission;
import org.meritstream.log.http.Appender;

/** Takes one delivery: find the source, then authenticate the bytes, check the shape, append. Ends with the delivery or with {@link Refused}. */
@ApplicationScoped
class IntakeEdge {
    private static final String SERVICE = "assessment";
    private static final String TOKEN = "application/jwt";
    private static final String JSON = "application/json";

    private final SourceDirectory directory;
    private final KeySets keys;
    private final Appender appender;
    private final AssessmentConfig config;
    private final DeliveryIds ids;
    private final SecureRandom random = new SecureRandom();

    IntakeEdge(SourceDirectory directory, KeySets keys, Appender appender, AssessmentConfig config, DeliveryIds ids) {
        this.directory = directory;
        this.keys = keys;
        this.appender = appender;
        this.config = config;
        this.ids = ids;
    }

    /** A delivery that stands on the log. */
    record Taken(UUID delivery, Verdict.Authentic said, SourceKind kind) {}

    /** A signed live event of Canvas; its content type is not documented and not looked at. */
    Uni<Taken> canvas(Envelope envelope, Source source, byte[] body) {
        return Uni.createFrom()
                .item(source)
                .invoke(() -> checkSize(body))
                .flatMap(from -> verified(from, body))
                .flatMap(said -> append(envelope, source, TOKEN, said));
    }

    /** One or more statements of Moodle. */
    Uni<Taken> moodle(Envelope envelope, Source source, byte[] body) {
        return Uni.createFrom()
                .item(source)
                .invoke(() -> checkSize(body))
                .map(from -> authenticated(envelope, from, body))
                .flatMap(said -> append(envelope, source, JSON, said));
    }

    /** The source at an address, whatever it sends. */
    Uni<Source> source(Envelope envelope) {
        return found(envelope, EnumSet.allOf(SourceKind.class));
    }

    /** The source at an address of xAPI alone; that there is one may be asked without authentication. */
    Uni<Source> moodleSource(Envelope envelope) {
        return found(envelope, EnumSet.of(SourceKind.MOODLE_XAPI));
    }

    /** An unknown tenant, an unknown source and one of another kind look the same. */
    private Uni<Source> found(Envelope envelope, Set<SourceKind> kinds) {
        return directory
                .find(envelope.tenant(), envelope.source())
                .onFailure()
                .transform(fault -> new Refused(Refusal.UNAVAILABLE, "Send it again in a while."))
                .map(found -> found.filter(source -> kinds.contains(source.kind()))
                        .orElseThrow(() -> new Refused(
                                Refusal.UNKNOWN_SOURCE, "Check the address with the administrator of Meritstream.")));
    }

    private void checkSize(byte[] body) {
        if (body.length > config.assessment().largestDelivery().asLongValue()) {
            throw new Refused(Refusal.TOO_LARGE, "Send fewer events at once.");
        }
    }

    private Uni<Verdict.Authentic> verified(Source source, byte[] body) {
        String text = SenderJson.text(body).orElse("");
        return switch (CompactToken.parse(text)) {
            case Parsed.Refused(var verdict) -> Uni.createFrom().item(() -> authentic(verdict));
            case Parsed.Token(var token) ->
                keys.find(source, token.kid())
                        .onFailure(KeySets.KeysUnavailable.class)
                        .transform(fault ->
                                new Refused(Refusal.UNAVAILABLE, "The sender's keys can not be fetched right now."))
                        .map(key -> authentic(CanvasSignature.verify(token, key, source.rootAccount())));
        };
    }

    private static Verdict.Authentic authenticated(Envelope envelope, Source source, byte[] body) {
        if (!MoodleBasic.proves(envelope.authorization(), source.username(), source.password())) {
            throw new Refused(Refusal.FORGED, "Send the user name and password of this source.");
        }
        if (envelope.mediaType() != null && !JSON.equals(envelope.mediaType())) {
            throw new Refused(Refusal.WRONG_TYPE, "Send application/json.");
        }
        if (!XapiVersion.isSupported(envelope.xapiVersion())) {
            throw new Refused(
                    Refusal.NO_VERSION, "Send the header " + XapiVersion.HEADER + ": " + XapiVersion.OURS + ".");
        }
        Optional<String> text = SenderJson.text(body);
        return text.flatMap(SenderJson::read)
                .map(tree -> {
                    StatementRules.broken(tree).ifPresent(wrong -> {
                        throw new Refused(Refusal.MALFORMED, wrong);
                    });
                    return new Verdict.Authentic("basic:" + source.username(), text.get(), tree);
                })
                .orElseThrow(() -> new Refused(Refusal.MALFORMED, "The body is not one JSON value within the caps."));
    }

    private static Verdict.Authentic authentic(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Authentic said -> said;
            case Verdict.Malformed(var detail) -> throw new Refused(Refusal.MALFORMED, detail);
            case Verdict.Forged(var detail) -> throw new Refused(Refusal.FORGED, detail);
        };
    }

    private Uni<Taken> append(Envelope envelope, Source source, String mediaType, Verdict.Authentic said) {
        Instant now = Instant.now();
        UUID delivery = ids.next(source.tenant(), now, random.nextLong());
        DeliveryAccepted accepted = new DeliveryAccepted(
                source.tenant(), delivery, source.id(), source.kind(), mediaType, said.verifiedBy(), now, said.text());
        EventHeader header = new EventHeader(
                delivery.toString(), Emission.source(SERVICE), Emission.subject(accepted), now, envelope.traceparent());
        return appender.append(new Event<>(header, accepted))
                .onFailure()
                .transform(fault -> new Refused(Refusal.UNAVAILABLE, "Nothing was taken. Send it again in a while."))
                .replaceWith(new Taken(delivery, said, source.kind()));
    }
}
