package org.meritstream.assessment.learner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides row by row what of a roster can be taken. One bad row refuses no other. */
final class CheckRosterDecision {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,63}");
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    private CheckRosterDecision() {}

    /** What becomes of a row. */
    sealed interface Verdict {
        int row();

        /** Taken. */
        record Sound(int row, Person person) implements Verdict {}

        /** Not taken. */
        record Unsound(int row, @Nullable String studentNumber, RowFault fault) implements Verdict {}
    }

    /** A learner as the roster says; hides itself in text. */
    record Person(
            String studentNumber,
            String displayName,
            @Nullable String email,
            @Nullable String language) {
        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    static List<Verdict> decide(List<RosterRow> rows) {
        Set<String> numbers = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>(rows.size());
        for (RosterRow row : rows) {
            verdicts.add(decide(row, numbers));
        }
        return verdicts;
    }

    private static Verdict decide(RosterRow row, Set<String> numbers) {
        String number = stripped(row.studentNumber());
        String name = stripped(row.displayName());
        String email = stripped(row.email());
        String language = stripped(row.language());
        RowFault fault = fault(number, name, email, language, numbers);
        if (fault != null || number == null || name == null) {
            return new Verdict.Unsound(row.row(), number, fault == null ? RowFault.MISSING_NAME : fault);
        }
        return new Verdict.Sound(row.row(), new Person(number, name, email, canonical(language)));
    }

    private static @Nullable RowFault fault(
            @Nullable String number,
            @Nullable String name,
            @Nullable String email,
            @Nullable String language,
            Set<String> numbers) {
        RowFault ofNumber = numberFault(number, numbers);
        if (ofNumber != null) {
            return ofNumber;
        }
        RowFault ofName = nameFault(name);
        if (ofName != null) {
            return ofName;
        }
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            return RowFault.BAD_EMAIL;
        }
        return language != null && canonical(language) == null ? RowFault.BAD_LANGUAGE : null;
    }

    private static @Nullable RowFault numberFault(@Nullable String number, Set<String> numbers) {
        if (number == null) {
            return RowFault.MISSING_STUDENT_NUMBER;
        }
        if (number.length() > LONGEST_NUMBER || hasControls(number)) {
            return RowFault.BAD_STUDENT_NUMBER;
        }
        return numbers.add(number) ? null : RowFault.DUPLICATE_STUDENT_NUMBER;
    }

    private static @Nullable RowFault nameFault(@Nullable String name) {
        if (name == null) {
            return RowFault.MISSING_NAME;
        }
        if (EMAIL.matcher(name).matches()) {
            return RowFault.EMAIL_AS_NAME;
        }
        return name.length() > LONGEST_NAME || hasControls(name) ? RowFault.BAD_NAME : null;
    }

    /** The tag in its usual spelling (RFC 5646 section 2.1.1), or null when it is none. */
    private static @Nullable String canonical(@Nullable String language) {
        if (language == null) {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            return "und".equals(tag) ? null : tag;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
