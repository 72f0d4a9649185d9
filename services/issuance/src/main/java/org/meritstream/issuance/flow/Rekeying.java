package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.events.ChooseStatusProfile;
import org.meritstream.events.Command;
import org.meritstream.events.CompromiseKey;
import org.meritstream.events.RotateKey;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Selection;
import org.meritstream.issuance.issuer.CompromiseDecision;
import org.meritstream.issuance.issuer.CompromiseDecision.Outcome.Revoke;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.KnownKey;
import org.meritstream.issuance.issuer.KnownKeys;
import org.meritstream.issuance.issuer.RekeyDecision;
import org.meritstream.issuance.issuer.RekeyDecision.Outcome;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/**
 * Readies what commands do to an issuer's keys. A key is made here, with the batch that stores it, and not at the edge: no private key goes onto a
 * topic, not even wrapped. Run again after a crash it makes another, since the first was never stored. What the batch itself issues is signed by
 * the keys of before.
 */
@ApplicationScoped
class Rekeying {
    private final SigningKeys keys;
    private final KnownKeys known;
    private final StatusLists lists;

    Rekeying(SigningKeys keys, KnownKeys known, StatusLists lists) {
        this.keys = keys;
        this.known = known;
        this.lists = lists;
    }

    /** What follows of each command. */
    Rekeyed ready(List<Inbound> commands, Map<String, SigningIssuer> issuers) {
        Rekeyed rekeyed = new Rekeyed();
        Map<List<String>, KnownKey> named = named(commands);
        for (Inbound command : commands) {
            String tenant = ((Command) command.data()).tenant();
            SigningIssuer issuer = rekeyed.after(issuers).get(tenant);
            Effects effects = command.data() instanceof CompromiseKey compromise
                    ? compromised(command, compromise, issuer, named, rekeyed)
                    : new Effects(writes(command, tenant, decided(command, issuer)), List.of());
            rekeyed.effects().put(command.id(), effects);
        }
        return rekeyed;
    }

    private Map<List<String>, KnownKey> named(List<Inbound> commands) {
        Map<List<String>, KnownKey> named = new HashMap<>();
        known.load(commands.stream()
                        .map(Inbound::data)
                        .filter(CompromiseKey.class::isInstance)
                        .map(CompromiseKey.class::cast)
                        .toList())
                .forEach(key -> named.put(List.of(key.tenant(), key.name()), key));
        return named;
    }

    private Effects compromised(
            Inbound command,
            CompromiseKey said,
            @Nullable SigningIssuer issuer,
            Map<List<String>, KnownKey> named,
            Rekeyed rekeyed) {
        KnownKey key = named.get(List.of(said.tenant(), said.key()));
        return switch (CompromiseDecision.decide(issuer, key, said.since(), command.time())) {
            case CompromiseDecision.Outcome.Revoke revoke -> {
                // Whoever says the same in this batch is answered alike.
                named.put(
                        List.of(said.tenant(), said.key()), revoke.key().compromisedBy(UUID.fromString(command.id())));
                yield revoked(command, revoke, requireNonNull(issuer, "it has the key"), rekeyed);
            }
            case CompromiseDecision.Outcome.AlreadyRevoked(UUID bulk) ->
                new Effects(List.of(Outcomes.done(command, Bulk.address(bulk))), List.of());
            case CompromiseDecision.Outcome.Unknown ignored ->
                new Effects(
                        List.of(refused(
                                command,
                                "unknown-key",
                                "There is no such key",
                                "The issuer never had a key of this name.")),
                        List.of());
            case CompromiseDecision.Outcome.NotYet ignored ->
                new Effects(
                        List.of(refused(
                                command,
                                "not-yet",
                                "That moment is still to come",
                                "Say since when it is not trusted.")),
                        List.of());
        };
    }

    /**
     * The lists come after the key's own row: another replica that opens one meanwhile holds a lock on that, so that then all of the tenant's lists are
     * there to be counted.
     */
    private Effects revoked(Inbound command, Revoke revoke, SigningIssuer before, Rekeyed rekeyed) {
        KnownKey key = revoke.key();
        Instant at = command.time();
        UUID id = UUID.fromString(command.id());
        List<Write> writes = new ArrayList<>(List.of(IssuerKeys.compromise(key, revoke.since(), id, at)));
        SigningIssuer after = before;
        if (revoke.replaced()) {
            SigningKeys.Stored made = keys.generate(key.tenant(), key.kind());
            writes.add(IssuerKeys.next(made, at));
            after = before.with(keys.open(made));
        }
        rekeyed.issuers().put(key.tenant(), after);
        if (key.kind() == KeyKind.ED25519 || key.kind() == KeyKind.P256) {
            List<String> all = lists.of(key.tenant());
            rekeyed.lists().addAll(all);
            writes.add(StatusLists.noMore(key.tenant(), all.size()));
        }
        Bulk bulk = Bulk.begun(id, key.tenant(), BulkOperation.RESECURE, at);
        Effects begun = Bulking.begin(bulk, Selection.securedBy(key.methods(before.issuer())), command);
        writes.addAll(begun.writes());
        return new Effects(List.copyOf(writes), begun.emitted());
    }

    private static Outcome decided(Inbound command, @Nullable SigningIssuer issuer) {
        if (command.data() instanceof ChooseSecurings choice) {
            return RekeyDecision.choose(issuer, choice.securings());
        }
        if (command.data() instanceof ChooseStatusProfile choice) {
            return RekeyDecision.choose(issuer, choice.profile());
        }
        if (command.data() instanceof RotateKey rotation) {
            return RekeyDecision.rotate(issuer, KeyKind.valueOf(rotation.kind().name()));
        }
        throw new IllegalArgumentException("Not about keys");
    }

    private List<Write> writes(Inbound command, String tenant, Outcome outcome) {
        Instant at = command.time();
        List<Write> writes = new ArrayList<>();
        switch (outcome) {
            case Outcome.Choose choice -> {
                choice.missing().forEach(kind -> writes.add(IssuerKeys.first(keys.generate(tenant, kind), at)));
                writes.add(Issuers.secure(tenant, choice.securings(), at));
                writes.add(done(command, tenant));
            }
            case Outcome.Profile(StatusProfile profile) -> {
                writes.add(Issuers.profile(tenant, profile, at));
                writes.add(done(command, tenant));
            }
            case Outcome.Rotate(KeyKind kind) -> {
                writes.add(IssuerKeys.retire(tenant, kind, at));
                writes.add(IssuerKeys.next(keys.generate(tenant, kind), at));
                writes.add(done(command, tenant));
            }
            case Outcome.Unknown ignored ->
                writes.add(refused(command, "unknown-issuer", "There is no issuer yet", "Create it first."));
            case Outcome.NoSuchKey(KeyKind kind) ->
                writes.add(refused(
                        command,
                        "unknown-key",
                        "There is no key of this kind",
                        "The issuer signs with none of " + kind + "."));
            case Outcome.Unfit(String reason) ->
                writes.add(refused(command, "invalid-securings", "Credentials can not be secured so", reason));
        }
        return writes;
    }

    private static Write done(Inbound command, String tenant) {
        return Outcomes.done(command, "/api/issuers/" + tenant);
    }

    private static Write refused(Inbound command, String type, String title, String detail) {
        return Outcomes.refused(command, Problem.of(type, title, 409, detail));
    }
}
