package org.meritstream.issuance.verification;

import java.net.URI;

/** What was found in a body that was handed in to be verified. */
public sealed interface Opened {

    /** A credential, or something that says it is one. */
    record Credential(Presented presented) implements Opened {}

    /** Credentials that somebody presents together (VC Data Model 2.0, section 4.13), and no credential itself. */
    record Presentation(Presented presented) implements Opened {}

    /**
     * An envelope that could not be opened.
     *
     * @param parse why: it is broken, or of a kind that is not known
     */
    record Closed(Check parse) implements Opened {}

    /** A picture that was not looked at: enough others are at this moment. */
    record Busy() implements Opened {}

    /** The address of one. */
    record Address(URI address) implements Opened {}

    /**
     * Nothing that could be a credential.
     *
     * @param reason what it is instead, a sentence without anything of the body
     */
    record Nothing(String reason) implements Opened {}
}
