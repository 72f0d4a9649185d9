package org.meritstream.evidence.teach;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.reviews.Sent;
import org.meritstream.evidence.reviews.Verdict;
import org.meritstream.evidence.signin.FormText;

/** What the form of a review sends. A {@code @BeanParam}. */
public class ReviewForm {
    @FormParam("form")
    @Nullable
    String token;

    @FormParam("action")
    @Nullable
    String wanted;

    @FormParam("verdict")
    @Nullable
    String verdict;

    @FormParam("feedback")
    @Nullable
    String feedback;

    public ReviewForm() {
        // Fields are filled in from the request.
    }

    /** What is done. */
    enum Action {
        CLAIM,
        RELEASE,
        SAVE,
        SEND
    }

    /** What was pressed; a key that sends a form presses its first button, which keeps what is written. */
    Action action() {
        for (Action action : Action.values()) {
            if (action.name().equalsIgnoreCase(wanted)) {
                return action;
            }
        }
        return Action.SAVE;
    }

    Sent sent() {
        return new Sent(Verdict.parse(verdict), FormText.of(feedback));
    }

    Sent decision() {
        return sent().withVerdict();
    }
}
