package org.meritstream.events;

/**
 * Say in public that somebody else's achievement, or somebody else, is worth trusting (Open Badges 3.0, EndorsementCredential). One that stands is
 * not said twice.
 *
 * @param tenant who says it
 * @param endorsed the address of a version of an achievement, or the address or the DID of an issuer
 * @param comment what is said of it, in words (Markdown), 1 to {@value #LONGEST} characters
 */
public record Endorse(String tenant, String endorsed, String comment) implements IssuanceCommand {
    /** Longest comment, in UTF-16 code units. */
    public static final int LONGEST = 4000;

    public Endorse {
        Limits.present("endorsed", endorsed);
        Limits.present("comment", comment);
        Limits.that(comment.length() <= LONGEST, "comment is longer than 4000 characters");
    }

    @Override
    public String aggregate() {
        return tenant;
    }
}
