package org.meritstream.issuance.bulk;

import java.util.UUID;
import org.meritstream.log.http.Problem;

/** What became, or would become, of what was asked of one credential. */
public sealed interface Verdict {

    /**
     * It is done.
     *
     * @param result the credential that there is now
     */
    record Done(UUID result) implements Verdict {}

    /** It is not to be done, and why. */
    record Refused(Problem problem) implements Verdict {}
}
