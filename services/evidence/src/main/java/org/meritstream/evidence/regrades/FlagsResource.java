package org.meritstream.evidence.regrades;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.AwardView;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Caller;

/** Awards whose criteria are no longer met and about which a human has to decide. */
@Path("/api/awards/flags")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "auditor", "admin"})
public class FlagsResource {
    private final Flags flags;
    private final Caller caller;

    FlagsResource(Flags flags, Caller caller) {
        this.flags = flags;
        this.caller = caller;
    }

    /** What waits for a decision, the oldest first. */
    public record Listing(List<Flag> flags) {}

    /**
     * An award that waits for a decision.
     *
     * @param before how its criteria were met, sentence by sentence
     * @param after how they are not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flag(
            AwardView award,
            Instant flaggedAt,
            @Nullable List<Explained.Sentence> before,
            List<Explained.Sentence> after) {}

    @GET
    public Uni<Listing> open(
            @QueryParam("lang") @Nullable String language, @HeaderParam("Accept-Language") @Nullable String languages) {
        Words words = Words.forReader(language, languages);
        return flags.open(caller.tenant())
                .map(open -> new Listing(
                        open.stream().map(flagged -> flag(flagged, words)).toList()));
    }

    private static Flag flag(Flags.Flagged flagged, Words words) {
        Explanation before = flagged.before();
        return new Flag(
                AwardView.of(flagged.award()),
                flagged.at().toInstant(),
                before == null ? null : Explained.of(before, words).sentences(),
                Explained.of(flagged.after(), words).sentences());
    }
}
