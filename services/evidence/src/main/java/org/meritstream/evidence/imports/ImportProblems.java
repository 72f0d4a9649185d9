package org.meritstream.evidence.imports;

import java.util.Locale;
import org.meritstream.events.ImportRefusal;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Problem;

/** Why a credential of another issuer is not taken, or does not count. */
final class ImportProblems {
    private ImportProblems() {}

    /** It was looked at and does not count. Each reason is a kind of its own. */
    static Problem refused(ImportRefusal reason) {
        return Problem.of(
                name(reason),
                "The credential does not count",
                422,
                Words.in("en").say(why(reason)));
    }

    /** Why it does not count, in whatever language. */
    static Phrase why(ImportRefusal reason) {
        return Phrase.of("import.refused." + name(reason));
    }

    private static String name(ImportRefusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
