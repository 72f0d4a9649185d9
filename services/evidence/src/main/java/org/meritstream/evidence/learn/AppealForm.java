package org.meritstream.evidence.learn;

import jakarta.ws.rs.FormParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.MalformedEvent;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.Digests;
import org.meritstream.evidence.signin.FormText;

/** What the form of an appeal sends. A {@code @BeanParam}. */
public class AppealForm {
    @FormParam("form")
    @Nullable
    String token;

    @FormParam(Appeal.CRITERION)
    @Nullable
    String criterion;

    @FormParam(Appeal.MISCONDUCT)
    @Nullable
    String misconduct;

    @FormParam("reason")
    @Nullable
    String reason;

    public AppealForm() {
        // Fields are filled in from the request.
    }

    String text() {
        return FormText.of(reason);
    }

    boolean isReasoned() {
        return Asked.isReason(text());
    }

    /** The command that it asks for, or null where no page of ours says such a thing. */
    @Nullable
    LodgeAppeal command(String tenant, UUID learner, String achievement) {
        String finding = misconduct;
        try {
            return new LodgeAppeal(
                    tenant,
                    learner,
                    achievement,
                    criterion,
                    finding == null ? null : UUID.fromString(finding),
                    Digests.of(text()));
        } catch (MalformedEvent | IllegalArgumentException nonsense) {
            return null;
        }
    }

    /**
     * What the page says of it when it was not taken.
     *
     * @param fault name of the words that say why
     */
    Appeal.Refused refused(String fault) {
        return misconduct == null
                ? new Appeal.Refused(Appeal.CRITERION, String.valueOf(criterion), text(), fault)
                : new Appeal.Refused(Appeal.MISCONDUCT, misconduct, text(), fault);
    }
}
