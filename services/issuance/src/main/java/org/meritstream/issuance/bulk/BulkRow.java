package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;

/**
 * What became, or would become, of one credential of a bulk operation.
 *
 * @param result the credential that there is now; null of what is only foreseen, unless it is so already
 * @param problem why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkRow(
        UUID credential,
        Outcome verdict,
        @Nullable UUID result,
        @Nullable Problem problem) {

    /** Whether it is done. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** Why not, by the name of the problem; empty where it is done. */
    String reason() {
        return problem == null ? "" : problem.type().substring(problem.type().lastIndexOf('/') + 1);
    }

    /** As a line of a table with the columns credential, verdict, result, reason, detail. */
    String csv() {
        return String.join(
                ",",
                credential.toString(),
                verdict.name(),
                result == null ? "" : result.toString(),
                reason(),
                problem == null ? "" : quoted(String.valueOf(problem.detail())));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
