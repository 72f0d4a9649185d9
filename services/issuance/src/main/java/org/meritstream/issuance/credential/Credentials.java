package org.meritstream.issuance.credential;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.credential.CredentialColumns.Secured;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.log.Contended;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Credentials in PostgreSQL: what is recorded, signed and revoked. */
@ApplicationScoped
public class Credentials {
    static final String SUITE = "eddsa-rdfc-2022";

    /** What is recorded of a credential's securing, whole once it is signed; see {@link CredentialRow}. */
    static final String SEALS = """
            lateral (select array_agg(s.suite) as suites, array_agg(s.created) as created,
              array_agg(s.verification_method) as methods, array_agg(s.value) as proof_values
              from securing s where s.credential = c.id) as sealed""";

    /** What a {@link CredentialRow} is read from: a credential {@code c} with its {@link #SEALS}. */
    static final String COLUMNS = """
            c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index, c.document,
              c.conferred_at, c.issued_at, c.former, c.reissue_reason, c.valid_until, c.expired_at, c.revoked_at, c.resecured,
              c.suspensions, c.suspended_at, c.suspension_reason, c.reinstated_at, c.suspension_asked_at,
              sealed.suites, sealed.created, sealed.methods, sealed.proof_values""";

    private static final String SELECT =
            "select %s from credential c cross join %s where sealed.suites is not null and ".formatted(COLUMNS, SEALS);
    private static final String LOAD = SELECT + "(c.id = any($1::uuid[]) or c.award = any($2::uuid[]))";
    private static final String OF = SELECT + "(c.tenant, c.learner) in (select * from unnest($1::text[], $2::uuid[]))";
    private static final String BESIDE =
            SELECT + "c.award in (select asked.award from credential asked where asked.id = any($1::uuid[]))";
    private static final String RECORD = """
            with recorded as (
              insert into credential (id, tenant, award, learner, achievement, version, number, status_list, status_index,
                document, conferred_at, issued_at, valid_until, former, reissue_reason)
              select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::int[],
                $8::text[], $9::int[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
                $14::uuid[], $15::text[])
              on conflict (id) do update set document = excluded.document, learner = excluded.learner,
                issued_at = excluded.issued_at, valid_until = excluded.valid_until, reissue_reason = excluded.reissue_reason
              where not exists (select 1 from securing s where s.credential = excluded.id and s.value is not null)
              returning id)
            insert into securing (credential, suite, created, verification_method)
            select o.id, o.suite, o.created, o.method
            from unnest($16::uuid[], $17::text[], $18::timestamptz[], $19::text[])
              as o(id, suite, created, method) join recorded r on r.id = o.id
            on conflict (credential, suite) do update
            set created = excluded.created, verification_method = excluded.verification_method""";
    private static final String SIGN = """
            update securing s set value = v.value from unnest($1::uuid[], $2::text[], $3::text[]) as v(id, suite, value)
            where s.credential = v.id and s.suite = v.suite and s.value is null""";
    private static final String REVOKE = """
            update credential c set revoked_at = r.at, revocation_reason = r.reason
            from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::int[], $5::timestamptz[])
              as r(id, at, reason, resecured, suspended_at)
            where c.id = r.id and c.revoked_at is null and c.resecured = r.resecured
              and c.suspended_at is not distinct from r.suspended_at""";

    /** The credential's own row changes as well, so that whoever revokes it meanwhile finds that they told of former proofs. */
    private static final String RESECURE = """
            with again as (
              update credential c set resecured = c.resecured + 1
              from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[]) as r(id, resecured, revoked_at, suspended_at)
              where c.id = r.id and c.resecured = r.resecured and c.revoked_at is not distinct from r.revoked_at
                and c.suspended_at is not distinct from r.suspended_at
              returning c.id)
            update securing s set created = v.created, verification_method = v.method, value = v.value
            from unnest($5::uuid[], $6::text[], $7::timestamptz[], $8::text[], $9::text[])
              as v(id, suite, created, method, value) join again a on a.id = v.id
            where s.credential = v.id and s.suite = v.suite and s.value is not null""";

    private static final String EXPIRE = """
            update credential c set expired_at = e.at
            from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as e(id, at, suspended_at)
            where c.id = e.id and c.expired_at is null and c.revoked_at is null
              and c.suspended_at is not distinct from e.suspended_at""";

    /** Whose suspension begins, or ends: of the number that was seen, asked for after what was seen, and told with the proofs that were seen. */
    private static final String SUSPEND = """
            update credential c set suspensions = s.number, suspended_at = s.since, suspension_reason = s.reason, reinstated_at = s.ended
            from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::timestamptz[], $6::int[], $7::timestamptz[], $8::timestamptz[])
              as s(id, number, since, reason, ended, resecured, expired_at, asked)
            where c.id = s.id and c.revoked_at is null and c.resecured = s.resecured
              and c.expired_at is not distinct from s.expired_at and c.suspension_asked_at is not distinct from s.asked
              and (c.suspended_at is null) = (s.since is not null)
              and coalesce(c.suspensions, 0) = s.number - case when s.since is null then 0 else 1 end""";

    /** Of those that are suspended, or are not, as was seen: whoever changes one meanwhile may have asked for that before. */
    private static final String ASKED_AGAIN = """
            update credential c set suspension_asked_at = greatest(c.suspension_asked_at, a.asked)
            from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[]) as a(id, number, since, asked)
            where c.id = a.id and c.suspensions is not distinct from a.number and c.suspended_at is not distinct from a.since""";

    private static final String AS_SEEN = """
            select 1 from credential c where c.award = any($1::uuid[])
              and exists (select 1 from securing s where s.credential = c.id and s.value is not null)""";

    private final Database database;

    public Credentials(Database database) {
        this.database = database;
    }

    /** Those that are there, by id, of these ids and awards. */
    public Map<UUID, HeldCredential> load(Collection<UUID> ids, Collection<UUID> awards) {
        return ids.isEmpty() && awards.isEmpty()
                ? new HashMap<>()
                : load(LOAD, Tuple.of(ids.toArray(UUID[]::new), awards.toArray(UUID[]::new)));
    }

    /** All credentials of the awards that these are of, by id, recorded and signed ones. */
    public Map<UUID, HeldCredential> beside(Collection<UUID> ids) {
        return ids.isEmpty() ? new HashMap<>() : load(BESIDE, Tuple.of((Object) ids.toArray(UUID[]::new)));
    }

    /** All credentials of these people, signed or not, revoked or not. */
    public List<HeldCredential> of(Collection<LearnerKey> people) {
        Tuple params = Tuple.of(
                people.stream().map(LearnerKey::tenant).toArray(String[]::new),
                people.stream().map(LearnerKey::learner).toArray(UUID[]::new));
        return people.isEmpty() ? List.of() : List.copyOf(load(OF, params).values());
    }

    private Map<UUID, HeldCredential> load(String statement, Tuple params) {
        Map<UUID, HeldCredential> held = new HashMap<>();
        for (Row row : database.query(statement, params)) {
            HeldCredential credential = CredentialRow.held(row);
            held.put(credential.id(), credential);
        }
        return held;
    }

    /**
     * Records what is about to be signed: committed before any signature exists. What was recorded and never signed is recorded anew under
     * the same id and status entry; what is signed is never touched.
     */
    void record(List<HeldCredential> credentials) {
        if (credentials.isEmpty()) {
            return;
        }
        int recorded = database.query(RECORD, recordParams(credentials)).rowCount();
        if (recorded != secured(credentials).size()) {
            throw new Contended("a credential was signed by another replica meanwhile");
        }
    }

    /** Stores the proofs of what was recorded. */
    public static Write sign(Collection<HeldCredential> signed) {
        List<Secured> seals = secured(signed);
        return Write.exactly(
                seals.size(),
                SIGN,
                Tuple.of(
                        seals.stream().map(Secured::credential).toArray(UUID[]::new),
                        seals.stream()
                                .map(one -> SecuredBy.of(one.seal().securing()).stored())
                                .toArray(String[]::new),
                        seals.stream().map(one -> one.seal().made()).toArray(String[]::new)));
    }

    /** Stores revocations. */
    public static Write revoke(Collection<RevokeDecision.Outcome.Revoke> revocations) {
        return Write.exactly(
                revocations.size(),
                REVOKE,
                Tuple.of(
                        revocations.stream().map(r -> r.credential().id()).toArray(UUID[]::new),
                        revocations.stream().map(r -> at(r.at())).toArray(OffsetDateTime[]::new),
                        revocations.stream()
                                .map(RevokeDecision.Outcome.Revoke::reason)
                                .map(RevocationReason::name)
                                .toArray(String[]::new),
                        revocations.stream()
                                .map(r -> r.credential().resecured())
                                .toArray(Integer[]::new),
                        CredentialColumns.times(
                                revocations.stream()
                                        .map(RevokeDecision.Outcome.Revoke::credential)
                                        .toList(),
                                HeldCredential::suspendedAt)));
    }

    /** Stores the proofs of what was secured again, as it was seen. */
    public static Write resecure(Collection<HeldCredential> again) {
        List<Secured> seals = secured(again);
        List<Object> params = new ArrayList<>(List.of(
                again.stream().map(HeldCredential::id).toArray(UUID[]::new),
                again.stream().map(HeldCredential::resecured).toArray(Integer[]::new),
                CredentialColumns.times(again, HeldCredential::revokedAt),
                CredentialColumns.times(again, HeldCredential::suspendedAt)));
        params.addAll(CredentialColumns.secured(seals));
        params.add(seals.stream().map(one -> one.seal().made()).toArray(String[]::new));
        return Write.exactly(seals.size(), RESECURE, Tuple.from(params));
    }

    /** Stores which are over. */
    public static Write expire(Collection<HeldCredential> expired) {
        return Write.exactly(
                expired.size(),
                EXPIRE,
                Tuple.of(
                        expired.stream().map(HeldCredential::id).toArray(UUID[]::new),
                        CredentialColumns.times(expired, HeldCredential::expiredAt),
                        CredentialColumns.times(expired, HeldCredential::suspendedAt)));
    }

    /** Stores which are suspended from now on, and which are not any more; no credential twice. */
    public static Write suspend(Collection<HeldCredential> changed) {
        List<Object> params = new ArrayList<>(
                List.of((Object) changed.stream().map(HeldCredential::id).toArray(UUID[]::new)));
        params.addAll(CredentialColumns.suspensions(changed));
        params.add(changed.stream().map(HeldCredential::resecured).toArray(Integer[]::new));
        params.add(CredentialColumns.times(changed, HeldCredential::expiredAt));
        params.add(CredentialColumns.times(changed, c -> c.suspension().asked()));
        return Write.exactly(changed.size(), SUSPEND, Tuple.from(params));
    }

    /** Stores when they were asked to be as they are; no credential twice. */
    public static Write askedAgain(Collection<HeldCredential> asIs) {
        return Write.exactly(
                asIs.size(),
                ASKED_AGAIN,
                Tuple.of(
                        asIs.stream().map(HeldCredential::id).toArray(UUID[]::new),
                        CredentialColumns.numbers(asIs),
                        CredentialColumns.times(asIs, HeldCredential::suspendedAt),
                        CredentialColumns.times(asIs, c -> c.suspension().asked())));
    }

    /** Guards that nobody issued one of these awards beside so many. */
    public static Write noMore(Collection<UUID> awards, int seen) {
        return Write.exactly(seen, AS_SEEN, Tuple.of((Object) awards.toArray(UUID[]::new)));
    }

    /** What a turn locks that issues one of an award which another may withdraw, or withdraws it. */
    public static String line(UUID award) {
        return "line/" + award;
    }

    private static List<Secured> secured(Collection<HeldCredential> credentials) {
        return credentials.stream()
                .flatMap(credential -> credential.seals().stream().map(seal -> new Secured(credential.id(), seal)))
                .toList();
    }

    private static Tuple recordParams(List<HeldCredential> all) {
        List<Object> params = new ArrayList<>(CredentialColumns.of(all));
        params.addAll(CredentialColumns.secured(secured(all)));
        return Tuple.from(params);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
