package org.meritstream.assessment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.learner.CheckRosterDecision.Person;
import org.meritstream.assessment.learner.CheckRosterDecision.Verdict;

class CheckRosterDecisionTest {
    private static final String MAIL = "maeve.byrne@northgate.example";

    @Test
    void takesARowAndTrimsIt() {
        assertThat(decide(new RosterRow(1, " S-1 ", " Maeve Byrne ", MAIL, "EN-ie")))
                .isEqualTo(new Verdict.Sound(1, new Person("S-1", "Maeve Byrne", MAIL, "en-IE")));
    }

    @Test
    void needsNeitherMailNorLanguage() {
        assertThat(decide(new RosterRow(1, "S-1", "Maeve Byrne", "", null)))
                .isEqualTo(new Verdict.Sound(1, new Person("S-1", "Maeve Byrne", null, null)));
    }

    @Test
    void refusesARowWithoutNameOrNumber() {
        assertThat(fault("S-1", " ", MAIL, null)).isEqualTo(RowFault.MISSING_NAME);
        assertThat(fault(null, "Maeve Byrne", MAIL, null)).isEqualTo(RowFault.MISSING_STUDENT_NUMBER);
    }

    @Test
    void refusesAMailAddressInPlaceOfAName() {
        assertThat(fault("S-1", MAIL, MAIL, null)).isEqualTo(RowFault.EMAIL_AS_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maeve", "maeve@", "@northgate.example", "ma eve@northgate.example", "maeve@northgate", "a@b.c"})
    void refusesABadMailAddress(String email) {
        assertThat(fault("S-1", "Maeve Byrne", email, null)).isEqualTo(RowFault.BAD_EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "e", "en_IE", "en-", "und", "123"})
    void refusesABadLanguageTag(String language) {
        assertThat(fault("S-1", "Maeve Byrne", MAIL, language.equals("english") ? "englishlong" : language))
                .isEqualTo(RowFault.BAD_LANGUAGE);
    }

    @Test
    void refusesControlCharactersAndEndlessText() {
        assertThat(fault("S\u00001", "Maeve Byrne", null, null)).isEqualTo(RowFault.BAD_STUDENT_NUMBER);
        assertThat(fault("S-1", "Maeve\nByrne", null, null)).isEqualTo(RowFault.BAD_NAME);
        assertThat(fault("S-1", "M".repeat(201), null, null)).isEqualTo(RowFault.BAD_NAME);
        assertThat(fault("1".repeat(101), "Maeve Byrne", null, null)).isEqualTo(RowFault.BAD_STUDENT_NUMBER);
    }

    @Test
    void takesTheFirstOfTwoRowsWithOneStudentNumberAndRefusesNoOtherRow() {
        List<Verdict> verdicts = CheckRosterDecision.decide(List.of(
                new RosterRow(1, "S-1", "Maeve Byrne", null, null),
                new RosterRow(2, "S-1 ", "Tom Okafor", null, null),
                new RosterRow(3, "S-2", "Ada Lin", null, null)));

        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Sound.class);
        assertThat(verdicts.get(1)).isEqualTo(new Verdict.Unsound(2, "S-1", RowFault.DUPLICATE_STUDENT_NUMBER));
        assertThat(verdicts.get(2)).isInstanceOf(Verdict.Sound.class);
    }

    private static Verdict decide(RosterRow row) {
        return CheckRosterDecision.decide(List.of(row)).get(0);
    }

    private static RowFault fault(
            @Nullable String number, String name, @Nullable String email, @Nullable String language) {
        Verdict verdict = decide(new RosterRow(1, number, name, email, language));
        assertThat(verdict).isInstanceOf(Verdict.Unsound.class);
        return ((Verdict.Unsound) verdict).fault();
    }
}
