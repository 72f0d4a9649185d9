package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Endorse;
import org.meritstream.events.Message;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.credential.DocumentSealing;
import org.meritstream.issuance.credential.DocumentSealing.Sealed;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.endorsement.EndorseDecision;
import org.meritstream.issuance.endorsement.EndorseDecision.Outcome;
import org.meritstream.issuance.endorsement.Endorsed;
import org.meritstream.issuance.endorsement.EndorsementAnnouncement;
import org.meritstream.issuance.endorsement.EndorsementAnswers;
import org.meritstream.issuance.endorsement.EndorsementCredential;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;

/**
 * Readies what becomes of commands about endorsements: decides them one after the other, records what is to be signed, checks it, signs it. There
 * are few, so each is a statement of its own. Run again after a crash it comes to the same: ids follow from the commands.
 */
@ApplicationScoped
class Endorsing {
    private final OfficialSchema schema = new OfficialSchema();
    private final Stores stores;
    private final Endorsements endorsements;
    private final DocumentSealing sealing;
    private final KeyedIds ids;

    Endorsing(Stores stores, Endorsements endorsements, DocumentSealing sealing, KeyedIds ids) {
        this.stores = stores;
        this.endorsements = endorsements;
        this.sealing = sealing;
        this.ids = ids;
    }

    /**
     * What follows.
     *
     * @param concluded by the command's id
     * @param changes of status lists
     */
    record Ready(Map<String, Effects> concluded, ListChanges changes) {
        static Ready nothing() {
            return new Ready(Map.of(), new ListChanges());
        }
    }

    /** What is known around a batch; the endorsements grow as its commands are decided. */
    private record Around(
            Map<String, SigningIssuer> issuers,
            Map<AchievementKey, Achievement> achievements,
            Map<UUID, HeldEndorsement> held) {

        EndorseDecision.Known of(Endorse command) {
            Endorsed endorsed = Endorsed.at(command.endorsed()).orElse(null);
            SigningIssuer by = issuers.get(command.tenant());
            SigningIssuer whose = endorsed == null ? null : issuers.get(endorsed.tenant());
            return new EndorseDecision.Known(
                    by == null ? null : by.issuer(),
                    whose == null ? null : whose.issuer(),
                    endorsed instanceof Endorsed.OfVersion version ? achievements.get(version.key()) : null,
                    held.values().stream()
                            .filter(one -> one.tenant().equals(command.tenant()))
                            .toList());
        }
    }

    Ready ready(List<Inbound> commands) {
        if (commands.isEmpty()) {
            return Ready.nothing();
        }
        Around around = around(commands);
        Map<String, Effects> concluded = new HashMap<>();
        ListChanges changes = new ListChanges();
        for (Inbound command : commands) {
            Outcome outcome = decided(command, around);
            concluded.put(command.id(), concluded(command, outcome, around));
            if (outcome instanceof Outcome.Revoke(HeldEndorsement gone)) {
                changes.revoke(gone.status());
            }
        }
        return new Ready(concluded, changes);
    }

    private UUID id(Inbound command) {
        return ids.of(command.data().tenant(), "endorsement", command.id());
    }

    private Around around(List<Inbound> commands) {
        Set<String> tenants = new HashSet<>();
        Set<AchievementKey> versions = new HashSet<>();
        Set<String> endorsed = new HashSet<>();
        Set<UUID> asked = new HashSet<>();
        for (Inbound command : commands) {
            tenants.add(command.data().tenant());
            asked.add(id(command));
            if (command.data() instanceof RevokeEndorsement revocation) {
                asked.add(revocation.endorsement());
            } else if (command.data() instanceof Endorse endorse) {
                endorsed.add(endorse.endorsed());
                Endorsed.at(endorse.endorsed()).ifPresent(one -> {
                    tenants.add(one.tenant());
                    if (one instanceof Endorsed.OfVersion version) {
                        versions.add(version.key());
                    }
                });
            }
        }
        Map<String, SigningIssuer> issuers = stores.issuers().load(tenants);
        issuers.values().forEach(issuer -> endorsed.add(issuer.issuer().did()));
        Map<UUID, HeldEndorsement> held = endorsements.load(asked, tenants, endorsed).stream()
                .collect(Collectors.toMap(HeldEndorsement::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return new Around(issuers, stores.achievements().load(versions), held);
    }

    private Outcome decided(Inbound command, Around around) {
        if (command.data() instanceof Endorse endorse) {
            return EndorseDecision.endorse(id(command), endorse, around.of(endorse), command.time());
        }
        RevokeEndorsement revocation = (RevokeEndorsement) command.data();
        return EndorseDecision.revoke(revocation, around.held().get(revocation.endorsement()));
    }

    private Effects concluded(Inbound command, Outcome outcome, Around around) {
        return switch (outcome) {
            case Outcome.Issue issue -> issued(command, issue, around);
            case Outcome.Revoke revoke -> revoked(command, revoke.endorsement(), around);
            case Outcome.AlreadyThere(UUID id) -> new Effects(List.of(EndorsementAnswers.done(command, id)), List.of());
            case Outcome.Refused(EndorseDecision.Refusal why) ->
                new Effects(List.of(EndorsementAnswers.refused(command, why)), List.of());
        };
    }

    private Effects revoked(Inbound command, HeldEndorsement endorsement, Around around) {
        HeldEndorsement gone = endorsement.revoked(command.time());
        around.held().put(gone.id(), gone);
        return new Effects(
                List.of(Endorsements.revoke(gone, command.time()), EndorsementAnswers.done(command, gone.id())),
                List.of(told(command, gone, around)));
    }

    private Effects issued(Inbound command, Outcome.Issue issue, Around around) {
        SigningIssuer issuer = issuer(command.data().tenant(), around);
        HeldEndorsement recorded =
                recorded(command, issue, issuer, around.held().get(issue.id()));
        List<String> violations = schema.violations(recorded.document(), OfficialSchema.Part.ENDORSEMENT);
        return switch (sealing.seal(recorded.document(), violations, issuer, command.time())) {
            case Sealed.Refused(String reason) ->
                new Effects(List.of(EndorsementAnswers.unsigned(command, reason)), List.of());
            case Sealed.Signed done -> {
                HeldEndorsement signed =
                        recorded.signed(done.secured(), done.token().orElse(null));
                around.held().put(signed.id(), signed);
                yield new Effects(
                        List.of(Endorsements.sign(signed), EndorsementAnswers.done(command, signed.id())),
                        List.of(told(command, signed, around)));
            }
        };
    }

    /** Its entry is the one that was taken for it before a crash, if there was one. */
    private HeldEndorsement recorded(
            Inbound command, Outcome.Issue issue, SigningIssuer issuer, @Nullable HeldEndorsement before) {
        Instant at = command.time();
        StatusEntry entry = before == null ? stores.lists().take(issuer, 1, at).get(0) : before.status();
        EndorsementCredential.Said said = issue.said();
        HeldEndorsement recorded = new HeldEndorsement(
                issue.id(),
                command.data().tenant(),
                said.endorsed(),
                said.comment(),
                entry,
                EndorsementCredential.document(issue.id(), issue.by(), said, entry, at),
                at,
                null,
                null,
                null);
        endorsements.record(List.of(recorded));
        return recorded;
    }

    private static Message told(Inbound command, HeldEndorsement endorsement, Around around) {
        return EndorsementAnnouncement.of(
                command, endorsement, issuer(endorsement.tenant(), around).issuer());
    }

    private static SigningIssuer issuer(String tenant, Around around) {
        SigningIssuer issuer = around.issuers().get(tenant);
        if (issuer == null) {
            throw new IllegalStateException("Whoever endorses has an issuer");
        }
        return issuer;
    }
}
