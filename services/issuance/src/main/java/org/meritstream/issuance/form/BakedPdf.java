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

    private static final Pattern EMBEDDED =
            Pattern.compile("/Type\\s*/EmbeddedFile\\b[^\\u0000]{0,2000}?>>\\s*stream(?:\\r\\n|\\n)");
    private static final Pattern DICTIONARY = Pattern.compile("\\bobj\\b(?!.*\\bobj\\b)", Pattern.DOTALL);
    private static final String END = "endstream";
    /** Stands before the end, and is no part of what is held. */
    private static final Pattern LAST_LINE_END = Pattern.compile("\\r?\\n\\z");

    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private BakedPdf() {}

    /** Whether these bytes begin as a PDF does. */
    public static boolean is(byte[] bytes) {
        return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** The credential attached to it, or why there is none to be taken. */
    public static Baked text(byte[] pdf) {
        if (!is(pdf)) {
            return new Baked.None("It is no PDF document.");
        }
        String letters = new String(pdf, StandardCharsets.ISO_8859_1);
        Matcher embedded = EMBEDDED.matcher(letters);
        String found = null;
        while (embedded.find()) {
            String text = content(letters, pdf, embedded);
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

    private static @Nullable String content(String letters, byte[] pdf, Matcher embedded) {
        String before = letters.substring(Math.max(0, embedded.start() - 2000), embedded.start());
        Matcher opened = DICTIONARY.matcher(before);
        String dictionary = (opened.find() ? before.substring(opened.end()) : "") + embedded.group();
        int end = letters.indexOf(END, embedded.end());
        if (end < 0) {
            return null;
        }
        if (!dictionary.contains("/Filter")) {
            return end - embedded.end() > MOST_BYTES
                    ? null
                    : LAST_LINE_END
                            .matcher(new String(pdf, embedded.end(), end - embedded.end(), StandardCharsets.UTF_8))
                            .replaceFirst("");
        }
        return dictionary.contains("/FlateDecode") ? unpacked(pdf, embedded.end()) : null;
    }

    private static @Nullable String unpacked(byte[] pdf, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 || out.size() + count > MOST_BYTES) {
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
