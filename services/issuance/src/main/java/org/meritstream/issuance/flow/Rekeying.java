package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.events.Command;
import org.meritstream.events.RotateKey;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.RekeyDecision;
import org.meritstream.issuance.issuer.RekeyDecision.Outcome;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.proof.KeyKind;
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

    Rekeying(SigningKeys keys) {
        this.keys = keys;
    }

    /** The writes of each command, its outcome among them, by its id. */
    Map<String, List<Write>> ready(List<Inbound> commands, Map<String, SigningIssuer> issuers) {
        Map<String, List<Write>> writes = new HashMap<>();
        for (Inbound command : commands) {
            String tenant = ((Command) command.data()).tenant();
            writes.put(command.id(), writes(command, tenant, decided(command, issuers.get(tenant))));
        }
        return writes;
    }

    private static Outcome decided(Inbound command, @Nullable SigningIssuer issuer) {
        if (command.data() instanceof ChooseSecurings choice) {
            return RekeyDecision.choose(issuer, choice.securings());
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
