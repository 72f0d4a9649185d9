package org.meritstream.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in UTC (RFC 3339, section 5.6). The form in which all of them are written is read digit by digit: the formatter of the JDK takes
 * ten times as long, and a fact has three times. Whatever has another form is left to that formatter, so that both say the same.
 */
final class Rfc3339 {
    /** {@code 2026-03-02T09:00:00Z}. */
    private static final int SHORTEST = 20;
    /** With nine digits of a second. */
    private static final int LONGEST = 30;

    private static final int NANO_DIGITS = 9;
    private static final long DAY = 86_400;

    private Rfc3339() {}

    /**
     * The time that is written.
     *
     * @throws DateTimeException where it is none
     */
    static Instant instant(String text) {
        Instant usual = usual(text);
        return usual == null ? Instant.parse(text) : usual;
    }

    /** Null where it has not the usual form, or is no time. */
    private static @Nullable Instant usual(String text) {
        int end = text.length() - 1;
        if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(end) != 'Z' || !hasMarks(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int second = secondOfDay(text);
        int nano = text.length() == SHORTEST ? 0 : fraction(text, end);
        if (year < 1 || month < 1 || month > 12 || day < 1 || second < 0 || nano < 0) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth()
                ? null
                : Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * DAY + second, nano);
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int secondOfDay(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean usual = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return usual ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int fraction(String text, int end) {
        int digits = end - SHORTEST;
        if (text.charAt(SHORTEST - 1) != '.' || digits < 1) {
            return -1;
        }
        int nano = number(text, SHORTEST, end);
        for (int i = digits; i < NANO_DIGITS && nano > 0; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** -1 where one of them is no digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
