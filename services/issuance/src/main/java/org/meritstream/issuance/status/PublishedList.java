package org.meritstream.issuance.status;

import io.vertx.mutiny.sqlclient.Tuple;
import org.meritstream.issuance.issuer.Issuer;

/**
 * A list as it was last signed, by the name under which it is published: that of its revocations is its id, that of its suspensions the id and {@link
 * Issuer#SUSPENSION}. Suspensions have no token of their own: they stand in the one of the revocations.
 */
public final class PublishedList {
    /** Gives {@code document} and {@code token}, of which the latter may be null; no row where there is no such list. */
    public static final String FIND = """
            select case when $2::boolean then suspension_document else document end as document,
              case when not $2::boolean then token end as token
            from status_list where id = $1 and (not $2::boolean or suspension_document is not null)""";

    private PublishedList() {}

    /** What {@link #FIND} is asked with. */
    public static Tuple named(String name) {
        boolean suspensions = name.endsWith(Issuer.SUSPENSION);
        String id = suspensions ? name.substring(0, name.length() - Issuer.SUSPENSION.length()) : name;
        return Tuple.of(id, suspensions);
    }
}
