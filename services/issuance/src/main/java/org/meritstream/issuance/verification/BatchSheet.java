package org.meritstream.issuance.verification;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on several credentials as comma-separated values (RFC 4180), for a spreadsheet. What strangers wrote is never a formula there: such
 * a text is led by an apostrophe.
 */
final class BatchSheet {
    private static final String HEADER =
            "number,name,result,reason,credential,credential name,issuer,issuer name,lists,checked at,parts not looked into\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private BatchSheet() {}

    static String of(List<BatchVerdict> verdicts) {
        return HEADER + verdicts.stream().map(BatchSheet::row).collect(Collectors.joining());
    }

    private static String row(BatchVerdict verdict) {
        Verification verification = verdict.verification();
        Stream<String> about = verification == null
                ? Stream.of("", "", "", "", "", "", "")
                : Stream.of(
                        or(verification.claimed().id()),
                        or(verification.claimed().name()),
                        or(verification.claimed().issuer()),
                        or(verification.claimed().issuerName()),
                        String.join("; ", verification.trust().lists()),
                        verification.at().toString(),
                        Integer.toString(verification.partsNotLookedInto()));
        return Stream.concat(
                        Stream.of(
                                Integer.toString(verdict.item().number()),
                                verdict.item().name(),
                                verdict.result().code(),
                                verdict.reason()),
                        about)
                .map(BatchSheet::field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String field(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
