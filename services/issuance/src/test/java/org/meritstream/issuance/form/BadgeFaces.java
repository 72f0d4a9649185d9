package org.meritstream.issuance.form;

/** Badges that tests draw. */
final class BadgeFaces {
    private BadgeFaces() {}

    static BadgeFace dataLiteracy() {
        return named("Data Literacy", "en");
    }

    static BadgeFace named(String name, String language) {
        return new BadgeFace(
                name,
                language,
                "Micro-credential",
                "Northgate University",
                Palette.of("did:web:northgate.example"),
                "3.5 ECTS");
    }

    /** Neither a kind nor a workload. */
    static BadgeFace bare() {
        return new BadgeFace(
                "Data Literacy", "en", "", "Northgate University", Palette.of("did:web:northgate.example"), null);
    }

    /** An issuer with a name that nobody should have. */
    static BadgeFace of(String issuer, String issuerId) {
        return new BadgeFace("Data Literacy", "en", "Micro-credential", issuer, Palette.of(issuerId), null);
    }
}
