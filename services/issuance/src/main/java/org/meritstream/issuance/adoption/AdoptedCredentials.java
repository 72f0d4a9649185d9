package org.meritstream.issuance.adoption;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.issuance.adoption.AdoptDecision.Adopted;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.CredentialColumns;
import org.meritstream.issuance.credential.Expiry;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/** Credentials in PostgreSQL as they were published: recorded, signed and perhaps revoked in one statement. */
final class AdoptedCredentials {
    /** Of what is there already the revocation stands; the rest becomes what was published, and what it is secured by besides goes. */
    private static final String ADOPT = """
            with adopted as (
              insert into credential as c (id, tenant, award, learner, achievement, version, number, status_list, status_index,
                document, conferred_at, issued_at, valid_until, former, reissue_reason, expired_at, revoked_at,
                revocation_reason, suspensions, suspended_at, suspension_reason, reinstated_at)
              select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::int[],
                $8::text[], $9::int[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
                $14::uuid[], $15::text[], $16::timestamptz[], $17::timestamptz[], $18::text[],
                $19::int[], $20::timestamptz[], $21::text[], $22::timestamptz[])
              on conflict (id) do update set document = excluded.document, learner = excluded.learner,
                status_list = excluded.status_list, status_index = excluded.status_index, issued_at = excluded.issued_at,
                valid_until = excluded.valid_until, expired_at = coalesce(c.expired_at, excluded.expired_at),
                revoked_at = coalesce(c.revoked_at, excluded.revoked_at),
                revocation_reason = coalesce(c.revocation_reason, excluded.revocation_reason), suspensions = excluded.suspensions,
                suspended_at = excluded.suspended_at, suspension_reason = excluded.suspension_reason,
                reinstated_at = excluded.reinstated_at
              returning c.id),
            gone as (
              delete from securing s using adopted a where s.credential = a.id
                and exists (select 1 from unnest($23::uuid[]) as g(id) where g.id = s.credential)
                and not exists (
                  select 1 from unnest($23::uuid[], $24::text[]) as g(id, suite) where g.id = s.credential and g.suite = s.suite))
            insert into securing (credential, suite, created, verification_method, value)
            select s.id, s.suite, s.created, s.method, s.value
            from unnest($23::uuid[], $24::text[], $25::timestamptz[], $26::text[], $27::text[])
              as s(id, suite, created, method, value) join adopted a on a.id = s.id
            on conflict (credential, suite) do update set created = excluded.created,
              verification_method = excluded.verification_method, value = excluded.value""";

    /** The successor's award stands with the successor, which is there or is still to be placed. */
    private static final String SUCCEEDED = """
            insert into succession (predecessor, tenant, award, credential)
            select s.predecessor, s.tenant, coalesce(c.award, (r.issued::jsonb ->> 'award')::uuid), s.successor
            from unnest($1::uuid[], $2::text[], $3::uuid[]) as s(predecessor, tenant, successor)
              left join credential c on c.id = s.successor left join recollection r on r.credential = s.successor
            where coalesce(c.award, (r.issued::jsonb ->> 'award')::uuid) is not null
            on conflict (predecessor) do nothing""";

    private AdoptedCredentials() {}

    /** Stores them. */
    static Write adopt(List<Adopted> all) {
        List<HeldCredential> credentials = all.stream().map(Adopted::credential).toList();
        List<CredentialColumns.Secured> seals = all.stream()
                .flatMap(one -> one.seals().stream()
                        .map(seal ->
                                new CredentialColumns.Secured(one.credential().id(), seal)))
                .toList();
        List<Object> params = new ArrayList<>(CredentialColumns.of(credentials));
        params.add(CredentialColumns.times(credentials, HeldCredential::expiredAt));
        params.add(CredentialColumns.times(credentials, HeldCredential::revokedAt));
        params.add(all.stream().map(AdoptedCredentials::reason).toArray(String[]::new));
        params.addAll(CredentialColumns.suspensions(credentials));
        params.addAll(CredentialColumns.secured(seals));
        params.add(seals.stream().map(one -> one.seal().made()).toArray(String[]::new));
        return Write.exactly(seals.size(), ADOPT, Tuple.from(params));
    }

    /** Sets the timers of those whose end is still to be told. */
    static List<Write> timers(List<Adopted> all) {
        return Timers.writes(
                Announcement.SERVICE,
                all.stream()
                        .map(Adopted::credential)
                        .map(Expiry::of)
                        .flatMap(Optional::stream)
                        .toList(),
                List.of());
    }

    /** Stores which came after which; of what is known the first stands. */
    static Write succeeded(Collection<CredentialSuperseded> facts) {
        return Write.any(
                SUCCEEDED,
                Tuple.of(
                        facts.stream().map(CredentialSuperseded::award).toArray(UUID[]::new),
                        facts.stream().map(CredentialSuperseded::tenant).toArray(String[]::new),
                        facts.stream().map(CredentialSuperseded::by).toArray(UUID[]::new)));
    }

    private static @Nullable String reason(Adopted adopted) {
        return adopted.reason() == null ? null : adopted.reason().name();
    }
}
