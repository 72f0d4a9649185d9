package org.meritstream.issuance.http;

import io.smallrye.mutiny.Uni;

/** A statement by which the world is answered. */
@FunctionalInterface
public interface PublicRead {

    /** Asks it for what nobody has; fails where the schema is that of a release before, or where this process may not read it. */
    Uni<Void> rehearse();
}
