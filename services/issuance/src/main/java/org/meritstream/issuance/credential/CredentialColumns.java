package org.meritstream.issuance.credential;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Reissue;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.issuer.SecuredBy;

/** Credentials and what secures them as statements take them: a list for each column, all of the same length. Pure. */
public final class CredentialColumns {
    private CredentialColumns() {}

    /** A credential's seal with the credential that it belongs to. */
    public record Secured(UUID credential, Seal seal) {}

    /**
     * What is recorded of credentials, 15 columns: id, tenant, award, learner, achievement, version, number, status_list, status_index, document,
     * conferred_at, issued_at, valid_until, former, reissue_reason.
     */
    public static List<Object> of(Collection<HeldCredential> all) {
        return List.of(
                column(all, HeldCredential::id).toArray(UUID[]::new),
                column(all, HeldCredential::tenant).toArray(String[]::new),
                column(all, HeldCredential::award).toArray(UUID[]::new),
                column(all, HeldCredential::learner).toArray(UUID[]::new),
                column(all, HeldCredential::achievement).toArray(String[]::new),
                column(all, HeldCredential::version).toArray(Integer[]::new),
                column(all, HeldCredential::number).toArray(Integer[]::new),
                column(all, c -> c.status().list()).toArray(String[]::new),
                column(all, c -> c.status().index()).toArray(Integer[]::new),
                column(all, HeldCredential::document).toArray(String[]::new),
                times(all, HeldCredential::conferredAt),
                times(all, HeldCredential::issuedAt),
                times(all, HeldCredential::validUntil),
                column(all, c -> former(c.reissue())).toArray(UUID[]::new),
                column(all, c -> reason(c.reissue())).toArray(String[]::new));
    }

    /** Whether they are suspended, 4 columns: suspensions, suspended_at, suspension_reason, reinstated_at. */
    public static List<Object> suspensions(Collection<HeldCredential> all) {
        return List.of(
                numbers(all),
                times(all, HeldCredential::suspendedAt),
                column(all, c -> name(c.suspension().reason())).toArray(String[]::new),
                times(all, c -> c.suspension().ended()));
    }

    /** How often they were suspended; null for never. */
    static Integer[] numbers(Collection<HeldCredential> all) {
        return column(all, c -> number(c.suspension())).toArray(Integer[]::new);
    }

    private static @Nullable Integer number(Suspension suspension) {
        return suspension.number() == 0 ? null : suspension.number();
    }

    private static @Nullable String name(@Nullable SuspensionReason reason) {
        return reason == null ? null : reason.name();
    }

    /** What is recorded of what secures them, 4 columns: credential, suite, created, verification_method. */
    public static List<Object> secured(Collection<Secured> seals) {
        return List.of(
                seals.stream().map(Secured::credential).toArray(UUID[]::new),
                seals.stream()
                        .map(one -> SecuredBy.of(one.seal().securing()).stored())
                        .toArray(String[]::new),
                seals.stream().map(one -> time(one.seal().created())).toArray(OffsetDateTime[]::new),
                seals.stream().map(one -> one.seal().verificationMethod()).toArray(String[]::new));
    }

    /** Times of credentials, or null. */
    public static OffsetDateTime[] times(
            Collection<HeldCredential> all, Function<HeldCredential, @Nullable Instant> column) {
        return column(all, c -> time(column.apply(c))).toArray(OffsetDateTime[]::new);
    }

    private static <T extends @Nullable Object> Stream<T> column(
            Collection<HeldCredential> all, Function<HeldCredential, T> column) {
        return all.stream().map(column);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID former(@Nullable Reissue reissue) {
        return reissue == null ? null : reissue.of();
    }

    private static @Nullable String reason(@Nullable Reissue reissue) {
        return reissue == null ? null : reissue.reason().name();
    }
}
