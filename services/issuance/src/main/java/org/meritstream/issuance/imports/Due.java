package org.meritstream.issuance.imports;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of another issuer that is to be looked at.
 *
 * @param request id of the request that brought it
 * @param lookAt when it was due
 * @param faults how often looking at it has failed by a fault of our own
 * @param takings how often it was taken, this time among them, since a look at it last ended
 */
record Due(UUID request, String tenant, UUID learner, Instant lookAt, int faults, int takings, Kind kind) {

    /** For the first time, or again. */
    sealed interface Kind {}

    /** It was handed in. Identifying data: never logged. */
    record First(Buffer body, Instant requestedAt) implements Kind {
        @Override
        public String toString() {
            return "First[" + body.length() + " bytes]";
        }
    }

    /**
     * It is held.
     *
     * @param watched what its status is read by
     * @param validUntil when it expires, or null where it does not
     */
    record Again(String watched, @Nullable Instant validUntil) implements Kind {}
}
