package org.meritstream.issuance.verification;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;

/** Takes apart what was handed in at once: an array of credentials, or files and addresses of a form. */
final class BatchOpening {
    private final int most;
    private final List<BatchItem> items = new ArrayList<>();

    private BatchOpening(int most) {
        this.most = most;
    }

    /** It can not be taken apart; the message says why, without anything of it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /**
     * The elements of a JSON array, each as it was written, since a signature may be about every character: a credential, {@code {"url": "…"}}, or a
     * string with a token, a document or an address.
     *
     * @throws Refused when it is no array, is empty, or has more than so many
     */
    static List<BatchItem> array(byte[] body, int most) {
        BatchOpening opening = new BatchOpening(most);
        try (JsonParser parser = EventFormat.JSON.getFactory().createParser(body)) {
            // A member that comes twice is the fault of one element, and no reason to refuse the others.
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Refused("The body is no JSON array.");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                opening.element(parser, body);
            }
            if (parser.nextToken() != null) {
                throw new Refused("Something follows the JSON array.");
            }
        } catch (IOException e) {
            throw new Refused("The body is not JSON, or its objects lie too deep within each other.");
        }
        return opening.done();
    }

    /**
     * Files, and addresses one a line.
     *
     * @param files those of a form; a field in which nothing was chosen is one without a name and empty
     * @throws Refused when there is neither, or more than so many
     */
    static List<BatchItem> form(@Nullable List<FileUpload> files, @Nullable String addresses, int most) {
        BatchOpening opening = new BatchOpening(most);
        if (files != null) {
            files.stream()
                    .filter(file -> file.size() > 0 || !file.fileName().isEmpty())
                    .forEach(file -> opening.add(file.fileName(), () -> opened(file)));
        }
        if (addresses != null) {
            addresses
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> opening.add(line, () -> Opening.address(line)));
        }
        return opening.done();
    }

    /** What a file of a form holds; the framework deletes it when the request is done. */
    static Opened opened(FileUpload file) {
        try {
            return Opening.open(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(JsonParser parser, byte[] body) throws IOException {
        String name = "item " + (items.size() + 1);
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            add(name, () -> text(text));
            return;
        }
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        int to = Math.toIntExact(parser.currentLocation().getByteOffset());
        if (from < 0 || to < from) {
            throw new Refused("The body is not in UTF-8.");
        }
        add(name, () -> Opening.open(Arrays.copyOfRange(body, from, to)));
    }

    /** A list of addresses is what one has in a spreadsheet. */
    private static Opened text(String text) {
        return text.startsWith("https://") || text.startsWith("http://")
                ? Opening.address(text)
                : Opening.open(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, Supplier<Opened> opened) {
        if (items.size() == most) {
            throw new Refused("More than " + most + " credentials at once.");
        }
        items.add(new BatchItem(items.size() + 1, name, opened));
    }

    private List<BatchItem> done() {
        if (items.isEmpty()) {
            throw new Refused("Nothing was handed in.");
        }
        return List.copyOf(items);
    }
}
