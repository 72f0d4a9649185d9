package org.meritstream.evidence.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.batches.Batches;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.moves.Moves;
import org.meritstream.evidence.restraints.Restraints;
import org.meritstream.evidence.reviews.Reviews;
import org.meritstream.evidence.sweeps.Sweeps;

/** The stores of what follows for a person: how they stand, what they were awarded or kept from, and what persons look at. */
@ApplicationScoped
class Cabinet {
    private final Dossiers dossiers;
    private final Awards awards;
    private final Reviews reviews;
    private final Conferral conferral;
    private final Moves moves;

    Cabinet(Dossiers dossiers, Awards awards, Reviews reviews, Conferral conferral, Moves moves) {
        this.dossiers = dossiers;
        this.awards = awards;
        this.reviews = reviews;
        this.conferral = conferral;
        this.moves = moves;
    }

    /** The stores of what becomes of what was earned. */
    @ApplicationScoped
    static class Conferral {
        private final Restraints restraints;
        private final Batches batches;
        private final Sweeps sweeps;

        Conferral(Restraints restraints, Batches batches, Sweeps sweeps) {
            this.restraints = restraints;
            this.batches = batches;
            this.sweeps = sweeps;
        }

        Restraints restraints() {
            return restraints;
        }

        Batches batches() {
            return batches;
        }

        Sweeps sweeps() {
            return sweeps;
        }
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

    Moves moves() {
        return moves;
    }

    Restraints restraints() {
        return conferral.restraints();
    }

    Batches batches() {
        return conferral.batches();
    }

    Sweeps sweeps() {
        return conferral.sweeps();
    }
}
