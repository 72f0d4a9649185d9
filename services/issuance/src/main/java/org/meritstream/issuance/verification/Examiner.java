package org.meritstream.issuance.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/** Opens and verifies within the bounds of one verification, for whoever needs the credential beside the verdict. */
@ApplicationScoped
public class Examiner {
    private final Verifier verifier;
    private final Documents documents;
    private final VerificationConfig config;

    Examiner(Verifier verifier, Documents documents, VerificationConfig config) {
        this.verifier = verifier;
        this.documents = documents;
        this.config = config;
    }

    /** What is behind something that was handed in. */
    public sealed interface Found {

        /** A credential, or something that says it is one. */
        record Credential(Presented presented) implements Found {}

        /** Nothing that could be one. */
        record Nothing() implements Found {}

        /** A picture that was not looked at: enough others are at this moment. */
        record Busy() implements Found {}

        /** An address where nothing could be read. */
        record Unreadable() implements Found {}
    }

    /** Where one examination reads: so many addresses, and for so long. */
    public Documents reading() {
        return new Reading(documents, config.addresses(), config.longest());
    }

    /** Opens what was handed in, and reads what it is the address of. */
    public static Found open(byte[] body, Documents reading) {
        return switch (Opening.open(body)) {
            case Opened.Credential credential -> new Found.Credential(credential.presented());
            case Opened.Nothing ignored -> new Found.Nothing();
            case Opened.Presentation ignored -> new Found.Nothing();
            case Opened.Closed ignored -> new Found.Nothing();
            case Opened.Busy ignored -> new Found.Busy();
            case Opened.Address address -> at(address.address(), reading);
        };
    }

    /** All checks. */
    public Verification verify(Presented presented, Documents reading, Instant now) {
        return verifier.verify(presented, reading, now);
    }

    /** The one check of a credential whose other ones were made before: has its issuer taken it back. */
    public Check status(Presented presented, Documents reading, Instant now) {
        return verifier.status(presented, reading, now);
    }

    private static Found at(URI address, Documents reading) {
        return switch (reading.read(address, Wanted.CREDENTIAL)) {
            case Fetched.Missing ignored -> new Found.Unreadable();
            case Fetched.Found found ->
                switch (Opening.open(found.body().getBytes())) {
                    case Opened.Credential credential -> new Found.Credential(credential.presented());
                    case Opened.Busy ignored -> new Found.Busy();
                    default -> new Found.Nothing();
                };
        };
    }
}
