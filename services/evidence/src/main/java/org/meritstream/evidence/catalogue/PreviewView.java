package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Explained;

/**
 * What publishing a draft would do, as the API tells it.
 *
 * @param version the number it would have
 * @param faults for which it would be refused; then nothing else is looked at
 * @param changes against the newest version
 * @param reach whom it would reach at once, or null where it would be refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewView(
        String achievement,
        int version,
        boolean retroactive,
        List<Fault> faults,
        String language,
        List<Explained.Sentence> changes,
        @Nullable Reach reach) {

    /** One thing that is wrong. */
    public record Fault(String pointer, String detail) {}

    /**
     * The members of {@link Foreseen}.
     *
     * @param said the same in words
     */
    public record Reach(
            boolean exact,
            int learners,
            int met,
            int alreadyAwarded,
            int notOnRoster,
            int conferredAtOnce,
            int awaitingApproval,
            int awaitingDate,
            List<UUID> sample,
            List<Explained.Sentence> said) {}
}
