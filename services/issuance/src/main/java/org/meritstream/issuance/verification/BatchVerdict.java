package org.meritstream.issuance.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of one of several. */
record BatchVerdict(BatchItem item, Answered.Seen seen) {

    /** How it ended, with one more way than a check has: it was no credential. */
    enum Result {
        @JsonProperty("valid")
        VALID("valid", "Valid", "state-good"),
        @JsonProperty("invalid")
        INVALID("invalid", "Not valid", "state-bad"),
        @JsonProperty("could-not-be-checked")
        UNCHECKED("could-not-be-checked", "Could not be fully checked", "state-unsure"),
        @JsonProperty("no-credential")
        NONE("no-credential", "No credential", "state-bad");

        private final String code;
        private final String words;
        private final String state;

        Result(String code, String words, String state) {
            this.code = code;
            this.words = words;
            this.state = state;
        }

        String code() {
            return code;
        }

        String words() {
            return words;
        }

        /** Class of the stylesheet. */
        String state() {
            return state;
        }
    }

    /**
     * Several as they are answered to programs.
     *
     * @param counts of each result, zeros included
     */
    record Answer(int total, Map<Result, Long> counts, List<Row> items) {
        static Answer of(List<BatchVerdict> verdicts) {
            return new Answer(
                    verdicts.size(),
                    BatchVerdict.counts(verdicts),
                    verdicts.stream().map(BatchVerdict::row).toList());
        }
    }

    /** One of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int number,
            String name,
            Result result,
            String reason,
            @Nullable VerificationAnswer verification) {

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    static Map<Result, Long> counts(List<BatchVerdict> verdicts) {
        Map<Result, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(BatchVerdict::result, Collectors.counting()));
        return Stream.of(Result.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        result -> counts.getOrDefault(result, 0L),
                        (one, other) -> one,
                        () -> new EnumMap<>(Result.class)));
    }

    Row row() {
        Verification verification = verification();
        return new Row(
                item.number(),
                item.name(),
                result(),
                reason(),
                verification == null ? null : VerificationAnswer.of(verification));
    }

    Result result() {
        return switch (seen) {
            case Answered.Verified verified ->
                switch (verified.verification().result()) {
                    case VALID -> Result.VALID;
                    case INVALID -> Result.INVALID;
                    case UNCHECKED -> Result.UNCHECKED;
                };
            case Answered.Refused ignored -> Result.NONE;
        };
    }

    String reason() {
        return switch (seen) {
            case Answered.Verified verified -> verified.verification().reason();
            case Answered.Refused refused -> refused.reason();
        };
    }

    /** Null where it was no credential. */
    @Nullable
    Verification verification() {
        return seen instanceof Answered.Verified verified ? verified.verification() : null;
    }

    @Override
    public String toString() {
        return "BatchVerdict[" + item.number() + "]";
    }
}
