package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;

/**
 * Makes the checks. The moment is an argument, and so is where documents are read. What follows from the bytes alone (is it what this key
 * signed, has it the form of the standard) is remembered by their digest; lists, keys and dates are looked at each time.
 */
public final class Verifier {
    /** Credentials within credentials are looked into this deep, and so many of other issuers. */
    private static final int DEEPEST = 2;

    private static final int MOST_PARTS = 10;
    /** Of the issuer of the whole, whose documents are read anyway: a learner record holds what one university awarded. */
    private static final int MOST_OF_ONE = 100;

    private final Authenticity authenticity;
    private final StatusCheck status;
    private final Form form = new Form();
    private final ClaimsVerifier claims;
    private final Registries registries;

    public Verifier(DataIntegrity suite, JoseSecuring jose, Registries registries) {
        this.authenticity = new Authenticity(suite, jose);
        TokenStatus tokens = new TokenStatus(jose);
        this.status = new StatusCheck(authenticity, tokens);
        this.registries = registries;
        this.claims = new ClaimsVerifier(authenticity, tokens, registries);
    }

    /** All checks of what somebody handed in. */
    public Verification verify(Presented presented, Documents documents, Instant now) {
        return verify(new Inquiry(presented, documents, now), null, 0);
    }

    /**
     * All checks of each credential that is presented. The whole is never found valid: who presents it, and to whom, is for whoever asked for it.
     */
    public Verification verify(Opened.Presentation presentation, Documents documents, Instant now) {
        return presented(new Inquiry(presentation.presented(), documents, now), 0);
    }

    /** The one check of a credential whose other ones were made before: has its issuer taken it back. */
    public Check status(Presented presented, Documents documents, Instant now) {
        return status.check(new Inquiry(presented, documents, now));
    }

    /**
     * All checks of a credential of our own, of which more is known than its list says.
     *
     * @param secured the signed document
     * @param takenBack when and why it was revoked, or since when it is suspended, in words, or null while it stands
     */
    public Verification verifyOwn(String secured, @Nullable String takenBack, Documents documents, Instant now) {
        JsonNode credential = Opening.tree(secured);
        if (credential == null) {
            throw new IllegalArgumentException("What we signed is a JSON object");
        }
        Presented own = new Presented.Document(secured, credential, "as JSON");
        return verify(new Inquiry(own, documents, now), takenBack, 0);
    }

    private Verification verify(Inquiry inquiry, @Nullable String takenBack, int depth) {
        if (inquiry.presented() instanceof Presented.Disclosing token && token.ofClaims()) {
            return claims.verify(inquiry, token);
        }
        Authenticity.Finding finding = authenticity.of(inquiry);
        List<Check> checks = List.of(
                CheckName.PARSE.valid("It was handed in " + inquiry.presented().carrier() + " and could be read."),
                Terms.check(inquiry),
                Form.type(inquiry),
                form.check(inquiry),
                finding.issuer(),
                finding.proof(),
                takenBack == null ? status.check(inquiry) : CheckName.STATUS.invalid(takenBack),
                DatesCheck.check(inquiry),
                EvidenceCheck.check(inquiry));
        Claimed claimed = Claimed.of(inquiry.credential());
        Within within = within(inquiry, Parts.of(inquiry.credential()), depth);
        return new Verification(
                claimed,
                checks,
                registries.of(claimed.issuer()),
                within.parts(),
                within.notLookedInto(),
                inquiry.now());
    }

    /**
     * What lies within one.
     *
     * @param notLookedInto how many were not, those in the parts among them
     */
    private record Within(List<Verification> parts, int notLookedInto) {
        static Within of(List<Verification> parts, int left) {
            return new Within(
                    parts,
                    left
                            + parts.stream()
                                    .mapToInt(Verification::partsNotLookedInto)
                                    .sum());
        }
    }

    private Verification presented(Inquiry inquiry, int depth) {
        List<Opened> held = Parts.presented(inquiry.credential());
        Within within = within(inquiry, held, depth);
        String of = held.size() == 1 ? "one credential" : held.size() + " credentials";
        List<Check> checks = List.of(
                CheckName.PARSE.valid("It was handed in " + inquiry.presented().carrier() + " and could be read."),
                CheckName.TYPE.unchecked("It is a presentation of " + of
                        + " and no credential itself. Each was checked by itself; who presents them, and to"
                        + " whom, was not."));
        return new Verification(
                Claimed.presentation(inquiry.credential()),
                checks,
                new IssuerTrust(List.of()),
                within.parts(),
                within.notLookedInto(),
                inquiry.now());
    }

    private Within within(Inquiry inquiry, List<Opened> held, int depth) {
        String issuer = Claimed.text(inquiry.presented().issuer());
        List<Verification> parts = new ArrayList<>();
        int others = 0;
        int left = 0;
        for (Opened part : held) {
            boolean other = issuer == null || !issuer.equals(issuer(part));
            boolean wanted = depth < DEEPEST && parts.size() < MOST_OF_ONE && (!other || others < MOST_PARTS);
            if (wanted && inquiry.allowance().take()) {
                parts.add(part(part, inquiry, depth + 1));
                others += other ? 1 : 0;
            } else {
                left++;
            }
        }
        return Within.of(parts, left);
    }

    private static @Nullable String issuer(Opened part) {
        return part instanceof Opened.Credential credential
                ? Claimed.text(credential.presented().issuer())
                : null;
    }

    private Verification part(Opened part, Inquiry inquiry, int depth) {
        return switch (part) {
            case Opened.Credential credential -> verify(inquiry.about(credential.presented()), null, depth);
            case Opened.Presentation presentation -> presented(inquiry.about(presentation.presented()), depth);
            case Opened.Closed closed -> Verification.unread(closed.parse(), inquiry.now());
            case Opened.Busy ignored -> throw new IllegalStateException("No picture stands within a document");
            case Opened.Nothing nothing ->
                Verification.unread(
                        CheckName.PARSE.invalid(
                                "What stands here within the whole is no credential. " + nothing.reason()),
                        inquiry.now());
            case Opened.Address ignored ->
                Verification.unread(
                        CheckName.PARSE.unchecked(
                                "Only an address stands here within the whole. What is there was not signed with it,"
                                        + " and is not read."),
                        inquiry.now());
        };
    }
}
