package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.notes.Digests;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/**
 * What a reviewer sends: a verdict, and what they write to the learner.
 *
 * @param feedback may be empty; stands on no topic
 */
public record Sent(Verdict verdict, String feedback) {
    private static final int LONGEST = 20_000;

    public Sent {
        feedback = feedback.strip();
        if (feedback.length() > LONGEST) {
            throw malformed("The feedback has " + LONGEST + " characters at most.");
        }
    }

    /**
     * The same, if there is something decided.
     *
     * @throws ProblemException 400 when it has no verdict, or several
     */
    public Sent withVerdict() {
        if (!verdict.isOne()) {
            throw malformed("Give exactly one of level, passed and stands.");
        }
        return this;
    }

    /** The members of a body. */
    private record Body(
            @Nullable String level,
            @Nullable Boolean passed,
            @Nullable Boolean stands,
            @Nullable String feedback) {}

    /**
     * Reads a decision.
     *
     * @throws ProblemException 400 when it has no verdict, or several
     */
    static Sent decision(byte[] body) throws JsonProcessingException {
        return read(body).withVerdict();
    }

    /** Reads a draft, whose verdict may be open. */
    static Sent read(byte[] body) throws JsonProcessingException {
        try {
            Body read = EventFormat.JSON.readValue(body, Body.class);
            if (read == null) {
                throw malformed("The body is a JSON object.");
            }
            String feedback = read.feedback();
            return new Sent(new Verdict(read.level(), read.passed(), read.stands()), feedback == null ? "" : feedback);
        } catch (MismatchedInputException e) {
            throw malformed("The body is a JSON object with level, passed or stands, and feedback.");
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    /** To be kept. */
    public Drafts.Draft draft() {
        return new Drafts.Draft(verdict.word(), feedback);
    }

    /** What stands on the topic of what was written, or null where nothing was. */
    @Nullable
    String digest() {
        return feedback.isEmpty() ? null : Digests.of(feedback);
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of("malformed-request", "The request is not as it should be", 400, detail));
    }
}
