package org.meritstream.issuance.form;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials in words that tests print. */
public final class Statements {
    public static final String ADDRESS = "https://northgate.example/credentials/0199b0c0-0000-8000-8000-00000000c001";

    private Statements() {}

    public static Statement dataLiteracy() {
        return of("Amina Yilmaz", BadgeFaces.dataLiteracy(), null, "Analyse a public data set.");
    }

    static Statement revoked() {
        return of("Amina Yilmaz", BadgeFaces.dataLiteracy(), "The issuer revoked it.", "Analyse a public data set.");
    }

    static Statement ended() {
        return of(
                "Amina Yilmaz",
                BadgeFaces.dataLiteracy(),
                "It is valid from 20 November 2026 until 20 November 2027, 10:15 UTC.",
                null,
                "Analyse a public data set.");
    }

    static Statement of(String holder, BadgeFace face, @Nullable String revoked, String criterion) {
        return of(holder, face, "It is valid from 20 November 2026 and does not expire.", revoked, criterion);
    }

    private static Statement of(
            String holder, BadgeFace face, String validity, @Nullable String revoked, String criterion) {
        return new Statement(
                ADDRESS,
                Instant.parse("2026-11-20T10:15:30Z"),
                holder,
                face.issuer() + " awarded this to " + holder + ".",
                validity,
                revoked,
                "Reads, questions and presents data.",
                face,
                List.of(
                        new Statement.Section(
                                "What " + holder + " had to show",
                                List.of(new Statement.Item("Final project", criterion, true))),
                        new Statement.Section(
                                "Skills", List.of(new Statement.Item("ESCO", "analyse data efficiently", false)))));
    }
}
