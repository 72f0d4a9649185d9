package org.meritstream.issuance.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/** Takes what strangers hand in, and no more of it at once than this process can bear. */
@ApplicationScoped
class VerificationDesk {
    private static final Claimed UNKNOWN = new Claimed(Kind.NONE.words(), null, null, null, null, null);

    private final Verifier verifier;
    private final Documents documents;
    private final VerificationConfig config;
    private final Semaphore places;

    VerificationDesk(Verifier verifier, Documents documents, VerificationConfig config) {
        this.verifier = verifier;
        this.documents = documents;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
    }

    /** Verifies what was opened. May wait for what others publish. */
    Answered verify(Opened opened, Instant now) {
        if (!places.tryAcquire()) {
            return new Answered.Busy();
        }
        try {
            Reading reading = new Reading(documents, config.addresses(), config.longest());
            return switch (opened) {
                case Opened.Credential credential ->
                    new Answered.Verified(verifier.verify(credential.presented(), reading, now));
                case Opened.Address address -> new Answered.Verified(at(address.address(), reading, now));
                case Opened.Nothing nothing -> new Answered.Refused(nothing.reason());
            };
        } finally {
            places.release();
        }
    }

    private Verification at(URI address, Documents reading, Instant now) {
        return switch (reading.read(address, Wanted.CREDENTIAL)) {
            case Fetched.Missing missing ->
                unread(CheckName.PARSE.unchecked("It could not be read. " + missing.reason()), now);
            case Fetched.Found found ->
                switch (Opening.open(found.body().getBytes())) {
                    case Opened.Credential credential -> verifier.verify(credential.presented(), reading, now);
                    case Opened.Address ignored ->
                        unread(CheckName.PARSE.invalid("What is there is no credential, but another address."), now);
                    case Opened.Nothing nothing ->
                        unread(CheckName.PARSE.invalid("What is there is no credential. " + nothing.reason()), now);
                };
        };
    }

    private static Verification unread(Check parse, Instant now) {
        return new Verification(UNKNOWN, List.of(parse), new IssuerTrust(List.of()), List.of(), now);
    }
}
