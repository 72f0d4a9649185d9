package org.meritstream.evidence.flow;

import java.util.List;
import java.util.Map;
import org.meritstream.events.SweepAwards;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.batches.Batch;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.moves.MoveBook;
import org.meritstream.evidence.restraints.Restraint;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.evidence.sweeps.Swept;

/**
 * What a batch needs from the store. It may hold more than needed, never less: the ids of every person met and the facts, dossiers,
 * awards and reviews of these persons in the achievements that the batch may change, whatever restrains them, the batches that are
 * named, and the slices that sweeps and moves ask for.
 */
public record Loaded(
        List<Learner> learners,
        List<Filed> facts,
        List<Dossier> dossiers,
        List<Award> awards,
        List<ReviewTask> reviews,
        List<Restraint> restraints,
        List<Batch> batches,
        Map<SweepAwards, List<Swept>> swept,
        MoveBook.Loaded moves,
        Shelf.Loaded catalogue) {}
