package org.meritstream.evidence.moves;

import static java.util.Objects.requireNonNullElse;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.dossiers.Folders;
import org.meritstream.evidence.facts.FactBook;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.learners.Register;
import org.meritstream.log.postgres.Database;

/**
 * Looks at what a move would mean for whom, by the judgement itself and without changing anything, in chunks, so that a hundred thousand
 * learners need no more memory than a few hundred.
 */
@ApplicationScoped
class MoveForesight {
    private static final int CHUNK = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String NEXT = """
            select d.learner from dossier d where d.tenant = $1 and d.achievement = $2 and d.version = $3 and d.learner > $4
            order by d.learner limit\s""" + CHUNK;

    private final Database database;
    private final Learners learners;
    private final Facts facts;
    private final Dossiers dossiers;
    private final Awards awards;

    MoveForesight(Database database, Learners learners, Facts facts, Dossiers dossiers, Awards awards) {
        this.database = database;
        this.learners = learners;
        this.facts = facts;
        this.dossiers = dossiers;
        this.awards = awards;
    }

    /** Whom a page shows. */
    enum Show {
        /** Whoever gains or loses. */
        CHANGES,
        GAINS,
        LOSES;

        boolean shows(Effect effect) {
            return switch (this) {
                case CHANGES -> effect.gains() || effect.loses();
                case GAINS -> effect.gains();
                case LOSES -> effect.loses();
            };
        }
    }

    /**
     * What is asked.
     *
     * @param after the learner that the page before ended with; null at the first, with which everybody is counted
     * @param limit how many learners a page shows
     * @param now when they would be moved
     */
    record Asked(
            Version from, Version to, Show show, @Nullable UUID after, int limit, Instant now) {
        AchievementKey left() {
            return AchievementKey.of(from.published());
        }
    }

    /** Looks until everybody was looked at, the page is full and nobody is to be counted, or the time is up. */
    MoveForeseen look(Asked asked, BooleanSupplier timeIsUp) {
        MoveTally tally = new MoveTally(asked);
        UUID after = requireNonNullElse(asked.after(), FIRST);
        while (!timeIsUp.getAsBoolean()) {
            List<LearnerKey> chunk = next(asked, after);
            look(asked, chunk, tally);
            if (chunk.size() < CHUNK || tally.isEnough()) {
                return tally.foreseen(null);
            }
            after = chunk.getLast().id();
        }
        return tally.foreseen(after);
    }

    private List<LearnerKey> next(Asked asked, UUID after) {
        AchievementKey from = asked.left();
        List<LearnerKey> next = new ArrayList<>();
        for (Row row : database.query(NEXT, Tuple.of(from.tenant(), from.achievement(), from.version(), after))) {
            next.add(new LearnerKey(from.tenant(), row.getUUID("learner")));
        }
        return next;
    }

    private void look(Asked asked, List<LearnerKey> chunk, MoveTally tally) {
        if (chunk.isEmpty()) {
            return;
        }
        Set<String> achievement = Set.of(asked.left().achievement());
        List<Learner> loaded = learners.load(chunk);
        Register register = new Register(loaded);
        Set<LearnerKey> ids = new TreeSet<>(chunk);
        loaded.forEach(learner -> ids.add(learner.key()));
        FactBook book = new FactBook(facts.load(ids, asked.to().subjects()));
        Folders folders = new Folders(dossiers.load(chunk, achievement));
        Set<LearnerKey> awarded = persons(awards.load(chunk, achievement));
        for (LearnerKey person : chunk) {
            Dossier before = folders.find(person, asked.left());
            if (awarded.contains(person)) {
                tally.stays();
            } else if (before != null) {
                Evaluation after = EvaluateDecision.evaluate(
                        asked.to().published(),
                        book.of(register.idsOf(person), asked.to().subjects()),
                        asked.now());
                tally.moves(person.id(), Standing.of(before), Standing.of(after));
            }
        }
    }

    private static Set<LearnerKey> persons(Collection<Award> awards) {
        return awards.stream().map(Award::learner).collect(Collectors.toSet());
    }
}
