package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.EventData;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.Message;
import org.meritstream.events.RecogniseIssuer;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.imports.ConcludeDecision;
import org.meritstream.issuance.imports.ConcludeDecision.Outcome;
import org.meritstream.issuance.imports.ForeignCredentials;
import org.meritstream.issuance.imports.KnownImports;
import org.meritstream.issuance.imports.RecognisedIssuers;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Outcomes;

/**
 * Readies what becomes of credentials of other issuers: what was handed in is set down, to be looked at beside the loop; what was found of it is
 * concluded. No issuer is asked here.
 */
@ApplicationScoped
class Importing {
    private final ForeignCredentials store;

    Importing(ForeignCredentials store) {
        this.store = store;
    }

    /** By the event's id, each building on those before it. */
    Map<String, Effects> ready(List<Inbound> events) {
        KnownImports known = store.load(events.stream()
                .map(Inbound::data)
                .filter(ConcludeImport.class::isInstance)
                .map(ConcludeImport.class::cast)
                .toList());
        Map<String, Effects> concluded = new HashMap<>();
        events.forEach(event -> concluded.put(event.id(), concluded(event, known)));
        return concluded;
    }

    private static Effects concluded(Inbound event, KnownImports known) {
        if (event.data() instanceof ImportRequested request) {
            return new Effects(List.of(ForeignCredentials.requested(request)), List.of());
        }
        if (event.data() instanceof RecogniseIssuer said) {
            return recognised(said, event);
        }
        ConcludeImport command = (ConcludeImport) event.data();
        Outcome outcome = ConcludeDecision.decide(command, known, event.time());
        known.note(command, outcome);
        return switch (outcome) {
            case Outcome.Hold hold ->
                new Effects(
                        List.of(ForeignCredentials.held(command, hold.found())),
                        List.of(message(event, "credential.verified", hold.said())));
            case Outcome.HeldAlready again ->
                new Effects(
                        List.of(ForeignCredentials.over(command)),
                        List.of(message(event, "credential.verified", again.said())));
            case Outcome.Refuse refuse ->
                new Effects(
                        List.of(ForeignCredentials.over(command)),
                        List.of(message(event, "credential.import-refused", refuse.said())));
            case Outcome.Lapse lapse ->
                new Effects(
                        List.of(ForeignCredentials.over(command)),
                        List.of(message(event, "credential.lapsed", lapse.said())));
            case Outcome.Delay(ImportDelayed said) ->
                new Effects(
                        List.of(ForeignCredentials.delayed(command, said.nextAt())),
                        List.of(message(
                                event,
                                "credential.import-delayed",
                                said,
                                said.nextAt().toString())));
            case Outcome.Nothing ignored -> Effects.NOTHING;
        };
    }

    private static Effects recognised(RecogniseIssuer said, Inbound event) {
        return new Effects(
                List.of(
                        RecognisedIssuers.say(said, event.time()),
                        Outcomes.done(event, "/api/issuers/" + said.tenant() + "/recognised")),
                List.of());
    }

    private static Message message(Inbound cause, String type, EventData said) {
        return message(cause, type, said, "");
    }

    /** What is told of a request; {@code which} of several such, or nothing. */
    private static Message message(Inbound cause, String type, EventData said, String which) {
        String request = ((ConcludeImport) cause.data()).request().toString();
        String id = which.isEmpty() ? EventIds.of(type, request) : EventIds.of(type, request, which);
        return Emission.of(Announcement.SERVICE, cause, id, said);
    }
}
