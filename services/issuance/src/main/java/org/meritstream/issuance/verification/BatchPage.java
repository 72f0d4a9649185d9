package org.meritstream.issuance.verification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page that says what became of many verifications: how many ended how, then each.
 *
 * @param counts of the results that came
 */
public record BatchPage(int total, List<Count> counts, List<Row> rows) {

    /** So many ended so. */
    public record Count(long number, String words, String state) {}

    /**
     * One of them.
     *
     * @param state css class of the verdict
     * @param page what its own verification would show, or null where it was no credential
     */
    public record Row(
            int number,
            String name,
            String state,
            String verdict,
            String reason,
            @Nullable ResultPage page) {

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    static BatchPage of(List<BatchVerdict> verdicts) {
        return new BatchPage(
                verdicts.size(),
                Stream.of(BatchVerdict.Result.values())
                        .map(result -> new Count(
                                BatchVerdict.counts(verdicts).getOrDefault(result, 0L), result.words(), result.state()))
                        .filter(count -> count.number() > 0)
                        .toList(),
                verdicts.stream().map(BatchPage::row).toList());
    }

    private static Row row(BatchVerdict verdict) {
        Verification verification = verdict.verification();
        return new Row(
                verdict.item().number(),
                verdict.item().name(),
                verdict.result().state(),
                verification == null ? verdict.result().words() : ResultPage.verdict(verification),
                verdict.reason(),
                verification == null ? null : ResultPage.of(verification));
    }
}
