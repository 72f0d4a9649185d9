package org.meritstream.issuance.issuer;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.VerificationKey;

/** An issuer's keys read together with a document of its own, by the same statement: what signs embedded proofs, with when it was compromised. */
public final class ListedKeys {
    private ListedKeys() {}

    /**
     * The part of a statement that adds them as columns of {@code k}.
     *
     * @param table the name by which the statement calls a table with a tenant
     */
    public static String joined(String table) {
        return """
                cross join lateral (select array_agg(multikey) as multikeys, array_agg(revoked_at) as revoked from signing_key
                  where tenant = %s.tenant and kind <> 'RSA') as k""".formatted(table);
    }

    /** From a row of such a statement; null when the issuer has none. */
    public static @Nullable List<ListedKey> of(Row row) {
        String[] all = row.getArrayOfStrings("multikeys");
        OffsetDateTime[] revoked = row.getArrayOfOffsetDateTimes("revoked");
        return all == null
                ? null
                : IntStream.range(0, all.length)
                        .mapToObj(i -> key(all[i], revoked[i]))
                        .toList();
    }

    private static ListedKey key(String multikey, @Nullable OffsetDateTime revoked) {
        return new ListedKey(VerificationKey.ofMultikey(multikey), revoked == null ? null : revoked.toInstant());
    }
}
