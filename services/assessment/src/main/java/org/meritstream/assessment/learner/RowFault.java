package org.meritstream.assessment.learner;

import java.util.Locale;

/** Why a row of a roster is not taken: a stable code and a sentence for the registrar. */
enum RowFault {
    MISSING_STUDENT_NUMBER("The student number is missing."),
    BAD_STUDENT_NUMBER("The student number is longer than 100 characters or holds a control character."),
    DUPLICATE_STUDENT_NUMBER("This student number stands in an earlier row of the same file."),
    MISSING_NAME("The name is missing: it is what stands on a credential."),
    EMAIL_AS_NAME("An e-mail address stands in place of the name."),
    BAD_NAME("The name is longer than 200 characters or holds a control character."),
    BAD_EMAIL("The e-mail address is not one."),
    BAD_LANGUAGE("The language is not a BCP 47 tag such as en or en-IE.");

    private final String sentence;

    RowFault(String sentence) {
        this.sentence = sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
