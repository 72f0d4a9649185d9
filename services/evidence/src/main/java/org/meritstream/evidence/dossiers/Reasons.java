package org.meritstream.evidence.dossiers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.judgement.Explanation;

/**
 * Why a dossier stands as it does: an {@link Explanation}, kept as it is stored, and read or written no further than it is asked for. Most turns compare
 * what was said with what is said now, or look at the standings; to read a whole explanation for that took a third of a judgement.
 *
 * <p>Equal are reasons that are stored alike. An explanation that a former release stored in another order is another one, and stored again
 * when its dossier is next judged. It belongs to the one turn or request that reads it.
 */
public final class Reasons {
    private @Nullable String json;
    private @Nullable Explanation explanation;
    private @Nullable List<CriterionStanding> standings;

    private Reasons(@Nullable String json, @Nullable Explanation explanation) {
        this.json = json;
        this.explanation = explanation;
    }

    /** Those that an evaluation gives. */
    public static Reasons of(Explanation explanation) {
        return new Reasons(null, explanation);
    }

    /** Those that were stored. */
    public static Reasons stored(String json) {
        return new Reasons(json, null);
    }

    /** As they are stored. */
    public String json() {
        String text = json;
        if (text == null) {
            text = written(explanation());
            json = text;
        }
        return text;
    }

    /** In full; and as such they are written where a dossier is. */
    @JsonValue
    public Explanation explanation() {
        Explanation read = explanation;
        if (read == null) {
            read = read(Explanation.class);
            explanation = read;
        }
        return read;
    }

    /** The standing of each criterion, in the order of the achievement. */
    public List<CriterionStanding> standings() {
        List<CriterionStanding> read = standings;
        if (read == null) {
            read = explanation == null ? read(Kept.class).standings() : explanation.standings();
            standings = read;
        }
        return read;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reasons reasons && json().equals(reasons.json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        return json();
    }

    private static String written(Explanation explanation) {
        try {
            return EventFormat.JSON.writeValueAsString(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An explanation can always be written", e);
        }
    }

    private <T> T read(Class<T> type) {
        try {
            return EventFormat.OWN.readValue(json(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is an explanation", e);
        }
    }

    /** Of an {@link Explanation} what standings are made of; the words are passed over, which has to be said, or they are collected first. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Kept(List<KeptCriterion> criteria) {
        List<CriterionStanding> standings() {
            return criteria.stream().map(KeptCriterion::standing).toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeptCriterion(String criterion, KeptFinding finding) {
        CriterionStanding standing() {
            return new CriterionStanding(criterion, finding.standing(), finding.facts());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeptFinding(Standing standing, List<String> facts) {}
}
