package org.meritstream.evidence.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.reviews.Reviews;

/** The stores of what follows for a person: how they stand, what they were awarded, and what persons look at. */
@ApplicationScoped
class Cabinet {
    private final Dossiers dossiers;
    private final Awards awards;
    private final Reviews reviews;

    Cabinet(Dossiers dossiers, Awards awards, Reviews reviews) {
        this.dossiers = dossiers;
        this.awards = awards;
        this.reviews = reviews;
    }

    Dossiers dossiers() {
        return dossiers;
    }

    Awards awards() {
        return awards;
    }

    Reviews reviews() {
        return reviews;
    }
}
