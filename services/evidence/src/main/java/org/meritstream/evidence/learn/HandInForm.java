package org.meritstream.evidence.learn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.SubmitRequest.Given;
import org.meritstream.evidence.artifacts.UploadEdge;
import org.meritstream.evidence.artifacts.UploadView;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.FormText;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.log.http.ProblemException;

/**
 * What the form of a piece of work sends, read as it comes. A file goes to where uploads go while it arrives, by the edge that the API
 * takes it by; so does a text that was typed.
 */
final class HandInForm {
    static final String TOKEN = "form";
    static final String ARTIFACT = "artifact";
    static final String LINK = "link";
    static final String TEXT = "text";
    static final String FILE = "file";
    /** Characters that may be typed; more is a file's work. */
    static final int LONGEST_TEXT = 50_000;

    private static final int MOST_BYTES = 256 * 1024;

    private final UploadEdge uploads;
    private final Visitor visitor;
    private final LearnerKey learner;
    private boolean ours;
    private String artifact = "";
    private String link = "";
    private String text = "";
    private @Nullable UploadView file;
    private @Nullable ProblemException notKept;

    HandInForm(UploadEdge uploads, Visitor visitor, LearnerKey learner) {
        this.uploads = uploads;
        this.visitor = visitor;
        this.learner = learner;
    }

    /** What was offered. */
    sealed interface Offered {

        /** The form is none of ours. */
        record Foreign() implements Offered {}

        /** It can be handed in. */
        record Work(String artifact, Given given) implements Offered {}

        /** It can not, and why: the name of the words that say it. */
        record Unfit(String fault) implements Offered {}
    }

    /**
     * Reads it to its end.
     *
     * @throws IOException when the sender went away, or it is no form
     * @throws ProblemException when the file is not kept, and why
     */
    Offered read(FormParts parts) throws IOException {
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.name().equals(TOKEN)) {
                ours = visitor.sent(text(part));
            } else if (!ours) {
                return new Offered.Foreign();
            } else {
                take(part);
            }
        }
        return ours ? offered() : new Offered.Foreign();
    }

    private void take(FormParts.Part part) throws IOException {
        switch (part.name()) {
            case ARTIFACT -> artifact = text(part);
            case LINK -> link = text(part).strip();
            case TEXT -> text = FormText.of(text(part));
            case FILE -> {
                String name = part.fileName();
                if (name != null && !name.isBlank()) {
                    receive(part, name);
                }
            }
            default -> {}
        }
    }

    /** Why a file is not kept is said when the form was read to its end: what was typed beside it is not lost, and the browser hears the answer. */
    private void receive(FormParts.Part part, String name) {
        try {
            file = uploads.take(learner, new UploadEdge.Sent(part.bytes(), -1, null, name));
        } catch (ProblemException refused) {
            notKept = refused;
        }
    }

    private Offered offered() {
        if (notKept != null) {
            throw notKept;
        }
        long ways = Stream.of(file != null, !link.isEmpty(), !text.isEmpty())
                .filter(given -> given)
                .count();
        if (ways != 1) {
            return new Offered.Unfit(ways == 0 ? "nothing" : "several");
        }
        if (file != null) {
            return new Offered.Work(artifact, new Given.Upload(file.id()));
        }
        return text.isEmpty() ? linked() : typed();
    }

    private Offered linked() {
        Given given = Given.link(link);
        return given == null ? new Offered.Unfit(LINK) : new Offered.Work(artifact, given);
    }

    private Offered typed() {
        if (text.length() > LONGEST_TEXT) {
            return new Offered.Unfit(TEXT);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        UploadView kept =
                uploads.take(learner, new UploadEdge.Sent(new ByteArrayInputStream(bytes), bytes.length, null, null));
        return new Offered.Work(artifact, new Given.Upload(kept.id()));
    }

    /**
     * What the page says of it when it was not taken. A file has to be chosen again: no page can do that.
     *
     * @param fault name of the words that say why
     */
    HandIn.Refused refused(String fault) {
        return new HandIn.Refused(artifact, link, text, fault);
    }

    private static String text(FormParts.Part part) throws IOException {
        byte[] bytes = part.bytes().readNBytes(MOST_BYTES);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
