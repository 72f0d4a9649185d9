package org.meritstream.walletsync.claim;

import org.jspecify.annotations.Nullable;

/**
 * A page that only says something.
 *
 * @param title also its heading
 * @param says what happened
 * @param next what to do now
 * @param link where to go, or null
 * @param linkText what stands on the link
 */
record MessagePage(
        int status,
        String title,
        String says,
        String next,
        @Nullable String link,
        @Nullable String linkText) {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    static MessagePage unknown() {
        return new MessagePage(
                NOT_FOUND,
                "This link is not known",
                "There is no credential behind this address.",
                "Check that the whole link was copied from the message you received. If it was, ask whoever sent it for a new one.",
                null,
                null);
    }

    static MessagePage spent(Claim claim) {
        return new MessagePage(
                GONE,
                "This link was used",
                "The credential was collected with this link. For your safety a link opens once.",
                "If you collected it in this browser today, its page may still be open to you. Otherwise ask whoever sent the link for a new one: you can have as many as you need, and the credential stays yours.",
                CredentialPath.of(claim.credential()),
                "Open the credential's page");
    }

    static MessagePage expired(Claim claim) {
        return new MessagePage(
                GONE,
                "This link has expired",
                "It could be used until " + Words.moment(claim.expiresAt()) + ".",
                "The credential is still yours. Ask whoever sent the link for a new one.",
                null,
                null);
    }

    static MessagePage ended() {
        return new MessagePage(
                FORBIDDEN,
                "This page is closed",
                "It is open only in the browser that collected the credential, and only for some hours.",
                "Ask the office that sent you the first link for a new one. The credential stays yours.",
                null,
                null);
    }

    static MessagePage noRecord() {
        return new MessagePage(
                NOT_FOUND,
                "This record is not known",
                "You have no record at this address.",
                "Go back to the page of your records and choose one there.",
                null,
                null);
    }

    static MessagePage foreign() {
        return new MessagePage(
                FORBIDDEN,
                "Nothing was changed",
                "The request did not come from this page, so it was not carried out.",
                "Go back to the page of the credential, load it again and press the button there.",
                null,
                null);
    }

    static MessagePage unavailable() {
        return new MessagePage(
                UNAVAILABLE,
                "Not right now",
                "Your request could not be recorded just now. Nothing was changed, and nothing is lost.",
                "Go back and try again in a minute.",
                null,
                null);
    }
}
