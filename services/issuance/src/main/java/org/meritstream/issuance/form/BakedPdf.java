package org.meritstream.issuance.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is attached to a PDF: the one embedded file that is JSON or a compact JWT. Whoever hands in a PDF may mean harm, so it is not
 * parsed: an embedded file is a stream, a stream's dictionary always stands in the open (ISO 32000-1, section 7.5.7), and no more is looked at than the
 * dictionary and so many bytes of what it holds. What is encrypted, or filtered otherwise than by Flate, is not found.
 */
public final class BakedPdf {
    /** A credential is some thousand bytes; what is packed may unpack to gigabytes. */
    private static final int MOST_BYTES = 1 << 20;
    /** Of all files together: many small ones may each unpack to as much as one may. */
    private static final int MOST_TOGETHER = 4 << 20;
    /** Files that are looked into; those that a certificate carries can be counted on one hand. */
    private static final int MOST_FILES = 16;
    /** Places that look as if one began: in what is packed there may be some by chance. */
    private static final int MOST_PLACES = 1_000;

    private static final Pattern BEGUN = Pattern.compile("/Type\\s{0,20}+/EmbeddedFile\\b");
    private static final int LONGEST_DICTIONARY = 2_000;
    private static final Pattern OPENED = Pattern.compile(">>\\s{0,20}+stream(?:\\r\\n|\\n)");
    private static final Pattern DICTIONARY = Pattern.compile("\\bobj\\b(?!.*\\bobj\\b)", Pattern.DOTALL);
    private static final String END = "endstream";
    /** Stands before the end, and is no part of what is held. */
    private static final Pattern LAST_LINE_END = Pattern.compile("\\r?\\n\\z");

    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final byte[] pdf;
    private final String letters;
    private int room = MOST_TOGETHER;

    private BakedPdf(byte[] pdf) {
        this.pdf = pdf;
        this.letters = new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /** Whether these bytes begin as a PDF does. */
    public static boolean is(byte[] bytes) {
        return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** The credential attached to it, or why there is none to be taken. */
    public static Baked text(byte[] pdf) {
        return is(pdf) ? new BakedPdf(pdf).attached() : new Baked.None("It is no PDF document.");
    }

    private Baked attached() {
        Matcher begun = BEGUN.matcher(letters);
        String found = null;
        int files = 0;
        for (int places = 0; places < MOST_PLACES && files < MOST_FILES && begun.find(); places++) {
            int from = content(begun.end());
            int end = from < 0 ? -1 : letters.indexOf(END, from);
            if (from >= 0 && end < 0) {
                // No other file has an end, either, and each would be looked through for it.
                break;
            }
            String text = from < 0 ? null : text(begun.start(), from, end);
            files += from < 0 ? 0 : 1;
            if (text != null && isCredential(text)) {
                if (found != null) {
                    return new Baked.None("It is a PDF document with two credentials attached, where one may be.");
                }
                found = text;
            }
        }
        return found == null
                ? new Baked.None("It is a PDF document without a credential attached that could be read.")
                : new Baked.Text(found);
    }

    private static boolean isCredential(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{") || TOKEN.matcher(stripped).matches();
    }

    /** Where the stream begins of which this is the dictionary; below zero where there is none. */
    private int content(int dictionary) {
        Matcher opened =
                OPENED.matcher(letters).region(dictionary, Math.min(letters.length(), dictionary + LONGEST_DICTIONARY));
        return opened.find() ? opened.end() : -1;
    }

    private @Nullable String text(int begun, int from, int end) {
        String before = letters.substring(Math.max(0, begun - LONGEST_DICTIONARY), begun);
        Matcher opened = DICTIONARY.matcher(before);
        String dictionary = (opened.find() ? before.substring(opened.end()) : "") + letters.substring(begun, from);
        if (!dictionary.contains("/Filter")) {
            return plain(from, end);
        }
        return dictionary.contains("/FlateDecode") ? unpacked(from) : null;
    }

    private @Nullable String plain(int from, int end) {
        int length = end - from;
        if (length > Math.min(MOST_BYTES, room)) {
            return null;
        }
        room -= length;
        return LAST_LINE_END
                .matcher(new String(pdf, from, length, StandardCharsets.UTF_8))
                .replaceFirst("");
    }

    private @Nullable String unpacked(int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                room -= count;
                if (count == 0 || room < 0 || out.size() + count > MOST_BYTES) {
                    return null;
                }
                out.write(part, 0, count);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
