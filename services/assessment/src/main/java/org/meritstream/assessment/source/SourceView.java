package org.meritstream.assessment.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SourceKind;

/**
 * A source as an administrator may see it: no secret, not even a wrapped one.
 *
 * @param intakeAddress what to enter at the sender
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        String id,
        SourceKind kind,
        JoinBy joinBy,
        String intakeAddress,
        @Nullable String rootAccountUuid,
        @Nullable String jwksUrl,
        @Nullable Boolean jwksGiven,
        @Nullable String username,
        boolean test,
        Instant changedAt) {

    static SourceView of(SourceRow row, String publicUrl) {
        return new SourceView(
                row.id,
                row.kind,
                row.joinBy,
                publicUrl + "/intake/" + row.tenant + "/" + row.id,
                row.rootAccount,
                row.jwksUrl,
                row.jwks == null ? null : true,
                row.username,
                row.test,
                row.changedAt);
    }
}
