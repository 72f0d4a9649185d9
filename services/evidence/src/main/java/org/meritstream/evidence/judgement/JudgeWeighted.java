package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Rule.Measure;
import org.meritstream.events.Rule.ScoreAtLeast;
import org.meritstream.events.Rule.Weighted;
import org.meritstream.events.Score;

/**
 * The rule {@code weighted}: marks of several activities reach the threshold together.
 *
 * <p>What is not there counts as nothing, so another mark never lowers the total. A mark that can not be judged keeps it open unless the
 * others suffice. Every attempt is judged, whatever carries over: a part can not be met by itself.
 */
final class JudgeWeighted {
    private static final String RULE = "weighted";

    private JudgeWeighted() {}

    static Finding judge(Weighted rule, Question question) {
        Question judgingAll = question.on(question.terms().judgingAll());
        List<Finding> parts = new ArrayList<>();
        Ratio total = Ratio.NOTHING;
        for (Weighted.Part part : rule.parts()) {
            Finding found = JudgeScore.judge(anyMark(part), judgingAll);
            Score mark = found.mark();
            parts.add(mark == null ? unmarked(part, found) : marked(part, found, mark));
            total = mark == null ? total : total.plus(Marks.share(mark).times(part.weight()));
        }
        return told(rule, total.of(whole(rule)), parts);
    }

    private static ScoreAtLeast anyMark(Weighted.Part part) {
        return new ScoreAtLeast(part.source(), part.activity(), BigDecimal.ZERO, Measure.SHARE, part.attempt());
    }

    /** All weights together; publication sees to it that each is positive. */
    private static BigDecimal whole(Weighted rule) {
        BigDecimal sum = rule.parts().stream().map(Weighted.Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() > 0 ? sum : BigDecimal.ONE;
    }

    private static Finding told(Weighted rule, Ratio total, List<Finding> parts) {
        boolean open = parts.stream().anyMatch(part -> part.standing() == UNDETERMINED);
        Standing standing = total.reaches(rule.threshold()) ? MET : open ? UNDETERMINED : NOT_MET;
        String key = switch (standing) {
            case MET -> "finding.weighted.met";
            case NOT_MET -> "finding.weighted.below";
            case UNDETERMINED -> "finding.weighted.open";
        };
        Phrase reason = Phrase.of(key, "share", Marks.percent(total), "required", Marks.percent(rule.threshold()));
        List<String> facts = parts.stream()
                .flatMap(part -> part.facts().stream())
                .distinct()
                .sorted()
                .toList();
        Finding finding = Finding.of(RULE, standing, reason).composedOf(parts).restingOn(facts, Marks.ofOne(total));
        return standing == MET ? finding : finding.next(next(rule, parts));
    }

    private static List<Phrase> next(Weighted rule, List<Finding> parts) {
        List<Phrase> next = new ArrayList<>();
        next.add(Phrase.of("next.weighted.reach", "required", Marks.percent(rule.threshold())));
        parts.forEach(part -> next.addAll(part.next()));
        return next.stream().distinct().toList();
    }

    private static Finding marked(Weighted.Part part, Finding found, Score mark) {
        Phrase reason = phrase("finding.part.marked", part);
        Phrase said = reason.with(Map.of("mark", Marks.plain(mark), "share", Marks.percent(Marks.share(mark))));
        return part(MET, said, found).restingOn(found.facts(), mark);
    }

    private static Finding unmarked(Weighted.Part part, Finding found) {
        return found.standing() == UNDETERMINED
                ? part(UNDETERMINED, phrase("finding.part.open", part), found).next(found.next())
                : part(NOT_MET, phrase("finding.part.none", part), found).next(phrase("next.part.mark", part));
    }

    private static Finding part(Standing standing, Phrase reason, Finding found) {
        return new Finding("part", standing, reason, List.of(), found.facts(), null, List.of(), found.grounds());
    }

    private static Phrase phrase(String key, Weighted.Part part) {
        return Phrase.of(
                key, "activity", part.activity(), "source", part.source(), "weight", Marks.plain(part.weight()));
    }
}
