package org.meritstream.issuance.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialState;

/**
 * Which credentials: those listed, or all signed ones that match each of the other criteria; null is no criterion.
 *
 * @param issuedFrom issued then or later
 * @param issuedBefore issued before then
 * @param methods secured by one of these verification methods, whenever they were issued
 */
public record Selection(
        @Nullable List<UUID> credentials,
        @Nullable String achievement,
        @Nullable Integer version,
        @Nullable Instant issuedFrom,
        @Nullable Instant issuedBefore,
        @Nullable CredentialState state,
        @Nullable List<String> methods) {
    public Selection {
        credentials = credentials == null ? null : List.copyOf(credentials);
        methods = methods == null ? null : List.copyOf(methods);
    }

    /** As staff asked. */
    public static Selection of(CredentialSelection asked) {
        return new Selection(
                asked.credentials(),
                asked.achievement(),
                asked.version(),
                asked.issuedFrom(),
                asked.issuedBefore(),
                asked.state(),
                null);
    }

    /** All that are secured by one of these. */
    public static Selection securedBy(List<String> methods) {
        return new Selection(null, null, null, null, null, null, methods);
    }
}
