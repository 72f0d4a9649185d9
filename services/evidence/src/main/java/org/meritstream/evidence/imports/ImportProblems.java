package org.meritstream.evidence.imports;

import java.util.Locale;
import org.meritstream.events.ImportRefusal;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

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

    /** The same of a problem that was told. */
    static Phrase why(Problem refused) {
        return Phrase.of(
                "import.refused." + refused.type().substring(refused.type().lastIndexOf('/') + 1));
    }

    static ProblemException empty() {
        return of("nothing-handed-in", "Nothing was handed in", 400, "The body is empty.");
    }

    static ProblemException tooLarge(int largest) {
        return of(
                "credential-too-large",
                "The credential is too large",
                413,
                "At most " + largest + " bytes are taken. Hand in its address instead.");
    }

    static ProblemException tooMany() {
        return of(
                "too-many-imports",
                "Too many credentials were handed in",
                429,
                "Five are looked at at a time, and fifty a day. Wait until those handed in before were looked at.");
    }

    static ProblemException unknown() {
        return of("unknown-import", "There is no such import", 404, "It is not known for this learner.");
    }

    private static ProblemException of(String slug, String title, int status, String detail) {
        return new ProblemException(Problem.of(slug, title, status, detail));
    }

    private static String name(ImportRefusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
