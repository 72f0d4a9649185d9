package org.meritstream.issuance.credential;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.Reissue;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.credential.IssueDecision.Outcome.Issue;
import org.meritstream.issuance.credential.ReissueDecision.Outcome.Again;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.Profile;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.issuance.template.Draft;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;

/**
 * Record, check, sign: for a whole batch one statement that takes status entries per tenant, one that records, and then each credential is
 * checked and signed on a small pool. A crash in between leaves recorded rows; the next try signs them under the same id and entry.
 */
@ApplicationScoped
public class Minting {
    private final Credentials credentials;
    private final StatusLists lists;
    private final KeyedIds ids;
    private final Sealing sealing;
    private final SigningPool pool;

    public Minting(Credentials credentials, StatusLists lists, Sealing sealing, KeyedIds ids, SigningPool pool) {
        this.credentials = credentials;
        this.lists = lists;
        this.sealing = sealing;
        this.ids = ids;
        this.pool = pool;
    }

    /** What became of one credential. */
    public sealed interface Minted {

        /** It is recorded and its proof is made. */
        record Signed(HeldCredential credential) implements Minted {}

        /** It must not be signed: it breaks the official schema, a proof would not cover all of it, or the store refuses it. */
        record Refused(String reason) implements Minted {}
    }

    /** A credential to be minted. */
    public sealed interface Order {

        /** Its id. */
        UUID credential();

        /** Who signs it. */
        SigningIssuer issuer();

        /** When it is issued, by the event that made it possible. */
        Instant at();

        /** The first of an award. */
        record First(Issue issue, SigningIssuer issuer, Instant at) implements Order {
            @Override
            public UUID credential() {
                return issue.credential();
            }
        }

        /** Another of the same award. */
        record Further(UUID credential, Again again, Instant at) implements Order {
            @Override
            public SigningIssuer issuer() {
                return again.issuer();
            }
        }
    }

    /**
     * Mints.
     *
     * @param orders no credential twice
     * @param recorded what the store already has of them, by credential
     */
    public Map<UUID, Minted> mint(List<Order> orders, Map<UUID, HeldCredential> recorded) {
        Map<UUID, StatusEntry> entries = new OrderedEntries(lists).of(orders, recorded);
        Map<UUID, Minted> minted = new LinkedHashMap<>();
        List<Built> built = new ArrayList<>(orders.size());
        for (Order order : orders) {
            StatusEntry entry = requireNonNull(entries.get(order.credential()), "each has its own");
            try {
                built.add(built(order, entry));
            } catch (RuntimeException e) {
                refuse(
                        minted,
                        order.credential(),
                        "no credential can be made of it: " + e.getClass().getSimpleName());
            }
        }
        minted.putAll(signed(recorded(built, minted)));
        return minted;
    }

    /** A credential as it is to be recorded, its document as it is to be canonicalized, and who signs it. */
    private record Built(HeldCredential credential, Draft draft, SigningIssuer issuer) {}

    private static void refuse(Map<UUID, Minted> minted, UUID credential, String reason) {
        minted.put(credential, new Minted.Refused(reason));
    }

    /** Records them. What the store refuses is found by halving and refused alone, whoever else stands beside it. */
    private List<Built> recorded(List<Built> built, Map<UUID, Minted> minted) {
        try {
            credentials.record(built.stream().map(Built::credential).toList());
            return built;
        } catch (RecordFault fault) {
            if (built.size() == 1) {
                refuse(minted, built.get(0).credential().id(), String.valueOf(fault.getMessage()));
                return List.of();
            }
            int middle = built.size() / 2;
            List<Built> recorded = new ArrayList<>(recorded(built.subList(0, middle), minted));
            recorded.addAll(recorded(built.subList(middle, built.size()), minted));
            return recorded;
        }
    }

    /**
     * Secures again what was signed before, by the keys that its issuer uses now. Nothing is recorded before: the document is, and who asks again
     * after a crash signs the same again.
     *
     * @param again with the proofs that are to be made left out; no credential twice
     * @param issuers of all their tenants
     */
    public Map<UUID, Minted> resecured(List<HeldCredential> again, Map<String, SigningIssuer> issuers) {
        List<Built> built = new ArrayList<>(again.size());
        for (HeldCredential credential : again) {
            SigningIssuer issuer = issuers.get(credential.tenant());
            if (issuer == null) {
                throw new IllegalStateException("A credential belongs to an issuer");
            }
            built.add(new Built(credential, sealing.draft(credential.document()), issuer));
        }
        return signed(built);
    }

    private static String tenant(Order order) {
        return order.issuer().issuer().tenant();
    }

    private Built built(Order order, StatusEntry entry) {
        return switch (order) {
            case Order.First first -> first(first, entry);
            case Order.Further further -> further(further, entry);
        };
    }

    private Built further(Order.Further order, StatusEntry entry) {
        Again again = order.again();
        HeldCredential former = again.former();
        Holder holder = holder(order, again.person());
        String document = ReissuedDocument.of(
                former.document(),
                new ReissuedDocument.Own(
                        order.credential(),
                        again.issuer().issuer(),
                        holder,
                        entry,
                        profile(again),
                        again.from(),
                        again.until()));
        HeldCredential credential = new HeldCredential(
                order.credential(),
                former.tenant(),
                former.award(),
                again.person().learner(),
                former.achievement(),
                former.version(),
                former.number(),
                entry,
                document,
                seals(order.issuer(), order.at()),
                former.conferredAt(),
                order.at(),
                new Reissue(former.id(), again.reason()),
                again.until(),
                null,
                null,
                0);
        return new Built(credential, sealing.draft(document), order.issuer());
    }

    /** What takes the place of a suspended one is suspended with it, whatever its issuer chose since. */
    private static StatusProfile profile(Again again) {
        return again.former().suspendedNow() == null
                ? again.issuer().profile()
                : StatusProfile.REVOCATION_AND_SUSPENSION;
    }

    private Built first(Order.First order, StatusEntry entry) {
        Issue issue = order.issue();
        AwardConferred conferred = issue.conferred();
        Profile person = issue.person();
        Holder holder = holder(order, person);
        Draft draft = sealing.draft(
                issue.credential(),
                issue.issuer(),
                issue.achievement(),
                new AchievementCredential.Award(
                        conferred, holder, entry, order.issuer().profile()));
        HeldCredential credential = new HeldCredential(
                issue.credential(),
                conferred.tenant(),
                conferred.award(),
                person.learner(),
                conferred.achievement(),
                conferred.version(),
                conferred.number(),
                entry,
                draft.document(),
                seals(order.issuer(), order.at()),
                conferred.conferredAt(),
                order.at(),
                null,
                CredentialComposition.until(
                        conferred.conferredAt(), issue.achievement().validForMonths()),
                null,
                null,
                0);
        return new Built(credential, draft, order.issuer());
    }

    private Holder holder(Order order, Profile person) {
        SigningIssuer issuer = order.issuer();
        String subject = issuer.namesSubjects() ? issuer.issuer().subjectAddress(order.credential()) : null;
        return new Holder(person.displayName(), person.email(), salt(order), subject);
    }

    private static List<Seal> seals(SigningIssuer issuer, Instant at) {
        return issuer.securings().stream()
                .map(securing -> new Seal(securing, at, issuer.verificationMethod(securing), null))
                .toList();
    }

    /** Deterministic, so that a credential built twice has the same bytes; of this credential alone, so that two can not be linked by it. */
    private String salt(Order order) {
        return ids.of(tenant(order), "salt", order.credential().toString())
                .toString()
                .replace("-", "");
    }

    private Map<UUID, Minted> signed(List<Built> built) {
        List<Callable<Minted>> tasks = new ArrayList<>(built.size());
        built.forEach(each -> tasks.add(() -> sealing.seal(each.credential(), each.draft(), each.issuer())));
        List<Minted> done = pool.all(tasks);
        Map<UUID, Minted> minted = new LinkedHashMap<>();
        for (int i = 0; i < built.size(); i++) {
            minted.put(built.get(i).credential().id(), done.get(i));
        }
        return minted;
    }
}
