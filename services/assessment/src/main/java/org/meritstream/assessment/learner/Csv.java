package org.meritstream.assessment.learner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Comma-separated values (RFC 4180), one record at a time: quoted fields may hold commas, quotes and line ends; lines may end either way;
 * empty lines are skipped. Spreadsheets of some countries write semicolons: the header line tells.
 */
final class Csv implements Iterator<List<String>> {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;

    /** The text is no CSV. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason);
        }
    }

    Csv(String text) {
        this.text = text;
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        this.separator = header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    @Override
    public boolean hasNext() {
        while (at < text.length() && isLineEnd(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /** The next record. Throws {@link Broken} on a quote that does not end, or stands where none may. */
    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<String> fields = new ArrayList<>();
        do {
            fields.add(at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain());
        } while (at < text.length() && text.charAt(at++) == separator);
        return fields;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != QUOTE) {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                field.append(text.charAt(at++));
            } else {
                return ended(field);
            }
        }
        throw new Broken("A quoted field does not end.");
    }

    private String ended(StringBuilder field) {
        if (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            throw new Broken("Text follows the quotes of a field.");
        }
        return field.toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
