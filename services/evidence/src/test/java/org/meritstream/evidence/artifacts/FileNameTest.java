package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as hostile senders choose them. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "essay.pdf, essay.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\amina\\essay.docx, essay.docx",
        "..\\..\\boot.ini, boot.ini",
        "Bericht über Größe.pdf, Bericht über Größe.pdf",
        "تقرير.pdf, تقرير.pdf",
        ".htaccess, htaccess",
        "-rf.txt, rf.txt",
        "a   b.txt, a b.txt",
        "<script>.html, script.html",
        "'$(reboot).txt', (reboot).txt"
    })
    void keepsTheNameAndLeavesOutTheHarm(String said, String kept) {
        assertThat(FileName.of(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "/", "a/", "\u0000", "\u202e", "   ", "..."})
    void hasNoNameWhereNothingIsLeft(String said) {
        assertThat(FileName.of(said)).isNull();
    }

    @Test
    void leavesOutLineBreaksAndWhatTurnsTextAround() {
        assertThat(FileName.of("in\r\nSet-Cookie: a=b\u202Efdp.exe\u0007")).isEqualTo("inSet-Cookie a=bfdp.exe");
    }

    @Test
    void shortensALongNameAndKeepsItsEnd() {
        assertThat(FileName.of("x".repeat(5000) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.of("\uD83D\uDE00".repeat(500))).isEqualTo("\uD83D\uDE00".repeat(120));
    }

    @Test
    void offersANameToOldAndNewReaders() {
        assertThat(FileName.disposition("Größe \"1\" *.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Gr__e _1_ *.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%20%2A.pdf");
    }
}
