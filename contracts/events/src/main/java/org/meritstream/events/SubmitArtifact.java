package org.meritstream.events;

import java.util.UUID;

/**
 * Hand in a piece of work. The work itself, where it lies and what its learner calls it stay with the edge that took it, under the id of
 * this command.
 *
 * @param artifact what it is, as the rule names it
 * @param digest {@code sha-256:<hex>} of the file, or of the address or reference as it stands
 * @param mediaType by content; {@code text/uri-list} for an address
 */
public record SubmitArtifact(
        String tenant, UUID learner, String achievement, String artifact, String digest, String mediaType)
        implements EvidenceCommand {
    public SubmitArtifact {
        Limits.slug("achievement", achievement);
        Limits.present("artifact", artifact);
        Limits.digest("digest", digest);
        Limits.present("mediaType", mediaType);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
