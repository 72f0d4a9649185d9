package org.meritstream.evidence.imports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ImportRequested;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.ProblemException;

/**
 * Takes a credential of another issuer, as it is: appended, and looked at by issuance. Nothing of it is stored here. Whoever hands in more than is
 * looked at in a while is asked to wait, so that nobody has others' servers asked without end.
 */
@ApplicationScoped
public class ImportEdge {
    /** What issuance reads of a credential at the most. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int MOST_PENDING = 5;
    private static final int MOST_A_DAY = 50;

    private final ImportSearch imports;
    private final CommandEdge commands;

    ImportEdge(ImportSearch imports, CommandEdge commands) {
        this.imports = imports;
        this.commands = commands;
    }

    /**
     * Appends a request.
     *
     * @param handedIn a credential in any form, or {@code {"url": "…"}}
     * @param prefer the request's {@code Prefer} header
     * @throws ProblemException when it is not taken, and why
     */
    public Uni<Response> take(LearnerKey learner, byte @Nullable [] handedIn, @Nullable String prefer) {
        if (handedIn == null || handedIn.length == 0) {
            throw ImportProblems.empty();
        }
        if (handedIn.length > LARGEST) {
            throw ImportProblems.tooLarge(LARGEST);
        }
        Instant now = Instant.now();
        return imports.pressure(learner, now).chain(pressure -> {
            if (pressure.pending() >= MOST_PENDING || pressure.today() >= MOST_A_DAY) {
                throw ImportProblems.tooMany();
            }
            UUID request = CommandIds.next(now);
            String body = Base64.getEncoder().encodeToString(handedIn);
            return commands.request(
                    request, new ImportRequested(learner.tenant(), request, learner.id(), body, now), prefer);
        });
    }
}
