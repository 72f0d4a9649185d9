package org.meritstream.evidence.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.AwardView;

/**
 * A batch as the API tells it.
 *
 * @param state {@code DRAFT} or {@code APPROVED}
 * @param filter what was collected
 * @param preview of a draft: what an approval would do now
 * @param progress of an approved batch: what has become of its awards
 * @param sample some of its awards, drawn evenly, the same at every look; not in a listing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        UUID id,
        String state,
        Filter filter,
        long collected,
        long excluded,
        @Nullable Preview preview,
        @Nullable Progress progress,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable List<AwardView> sample) {

    /**
     * Which awards are collected of those that wait for approval; null where it does not matter.
     *
     * @param earnedBefore earned before this time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filter(
            @Nullable String achievement,
            @Nullable Integer version,
            @Nullable Instant earnedBefore) {}

    /**
     * What an approval would do now.
     *
     * @param waiting would be approved
     * @param withdrawn since they were collected, and would be left out
     * @param decided since they were collected, by themselves or with another batch
     */
    public record Preview(long waiting, long withdrawn, long decided) {}

    /**
     * What has become of the awards that were not excluded.
     *
     * @param pending not seen to yet
     */
    public record Progress(long pending, long conferred, long awaitsDate, long withheld, long already, long leftOut) {}

    BatchView with(List<AwardView> drawn) {
        return new BatchView(id, state, filter, collected, excluded, preview, progress, createdAt, approvedAt, drawn);
    }
}
