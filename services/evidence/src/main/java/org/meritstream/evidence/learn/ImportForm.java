package org.meritstream.evidence.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.imports.ImportEdge;
import org.meritstream.evidence.signin.FormText;
import org.meritstream.evidence.signin.Visitor;

/** What the form of a credential of another issuer sends, read as it comes, and no more of it than is taken. */
final class ImportForm {
    private static final String TOKEN = "form";
    private static final byte[] NOTHING = {};

    private final Visitor visitor;
    private boolean ours;
    private String link = "";
    private String text = "";
    private byte[] file = NOTHING;

    ImportForm(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Reads it to its end; false where it is no form of ours. */
    boolean read(FormParts parts) throws IOException {
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.name().equals(TOKEN)) {
                ours = visitor.sent(text(part));
            } else if (!ours) {
                return false;
            } else {
                take(part);
            }
        }
        return ours;
    }

    /** Why it can not be handed in: the name of the words that say it; null where it can. */
    @Nullable
    String fault() {
        long ways = Stream.of(file.length > 0, !link.isEmpty(), !text.isEmpty())
                .filter(given -> given)
                .count();
        return ways == 1 ? null : ways == 0 ? "nothing" : "several";
    }

    /** What is handed in. */
    byte[] handedIn() throws IOException {
        if (file.length > 0) {
            return file;
        }
        return link.isEmpty()
                ? text.getBytes(StandardCharsets.UTF_8)
                : EventFormat.JSON.writeValueAsBytes(Map.of("url", link));
    }

    /** What stands in the form again when it was not taken. A text that is longer than the page is not shown again. */
    ImportsPage.Typed typed() {
        return new ImportsPage.Typed(link, text.length() > HandInForm.LONGEST_TEXT ? "" : text);
    }

    private void take(FormParts.Part part) throws IOException {
        switch (part.name()) {
            case "link" -> link = text(part).strip();
            case "text" -> text = FormText.of(text(part));
            case "file" -> file = part.bytes().readNBytes(ImportEdge.LARGEST + 1);
            default -> {}
        }
    }

    private static String text(FormParts.Part part) throws IOException {
        return new String(part.bytes().readNBytes(ImportEdge.LARGEST + 1), StandardCharsets.UTF_8);
    }
}
