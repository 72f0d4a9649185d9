package org.meritstream.evidence.teach;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.reviews.ReviewSearch;

/** What of the queue is wanted; nonsense is as good as nothing. A {@code @BeanParam}. */
public class QueueQuery {
    private static final int PAGE = 50;
    private static final int MINE = 200;
    private static final String OPEN = "OPEN";

    @QueryParam("achievement")
    @Nullable
    String achievement;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("said")
    @Nullable
    String said;

    public QueueQuery() {
        // Fields are filled in from the request.
    }

    ReviewSearch.Wanted mine() {
        return new ReviewSearch.Wanted(OPEN, true, null, null, null, MINE);
    }

    /** One more than a page, so that it is known whether there is a further one. */
    ReviewSearch.Wanted all() {
        return new ReviewSearch.Wanted(OPEN, false, chosen(), null, from(), PAGE + 1);
    }

    static int page() {
        return PAGE;
    }

    @Nullable
    String chosen() {
        return achievement == null || achievement.isBlank() ? null : achievement;
    }

    private @Nullable UUID from() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
