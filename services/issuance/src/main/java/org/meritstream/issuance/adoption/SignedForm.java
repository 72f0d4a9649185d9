package org.meritstream.issuance.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.events.Securing;
import org.meritstream.issuance.credential.AchievementToken;
import org.meritstream.issuance.credential.Seal;
import org.meritstream.issuance.credential.StatusEntries;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.issuance.status.StatusEntry;

/**
 * The forms of a document, taken apart into what the store keeps of them: the bytes that were signed, as many proofs as they carry, and the
 * tokens where there are any. Pure.
 *
 * @param document the unsigned document, to the byte
 * @param seals how it is secured
 * @param awarded in whole seconds, as the document states it
 * @param until when its validity ends, or null where it does not
 */
record SignedForm(
        String document,
        List<Seal> seals,
        StatusEntry status,
        Instant awarded,
        @Nullable Instant until) {
    static final String MEDIA_TYPE = "application/vc";

    /** The proofs stand last, and their quotation marks can not stand so within a text. */
    private static final String PROOFS = ",\"proof\":[";

    private static final Pattern LIST = Pattern.compile(".*/status/([^/#]+)");

    /**
     * Takes them apart.
     *
     * @throws IllegalArgumentException when there is no such form, or what the store keeps of it would not give its bytes again
     */
    static SignedForm of(CredentialDocument published) {
        String text = form(published, MEDIA_TYPE)
                .orElseThrow(() -> new IllegalArgumentException("it has no form " + MEDIA_TYPE));
        int end = text.lastIndexOf(PROOFS);
        if (end < 0) {
            throw new IllegalArgumentException("its proofs do not stand last");
        }
        JsonNode tree = tree(text);
        String document = text.substring(0, end) + "}";
        List<Seal> proofs = StreamSupport.stream(tree.path("proof").spliterator(), false)
                .map(SignedForm::proof)
                .toList();
        if (!text.equals(
                DataIntegrity.secured(document, proofs.stream().map(Seal::proof).toList()))) {
            throw new IllegalArgumentException("its proofs are not written as here");
        }
        List<Seal> seals = new ArrayList<>(proofs);
        form(published, JoseSecuring.MEDIA_TYPE)
                .ifPresent(token -> seals.add(token(token, token, proofs.get(0).created())));
        form(published, AchievementToken.MEDIA_TYPE)
                .ifPresent(token -> seals.add(
                        token(token, SdJwt.of(token).jwt(), proofs.get(0).created())));
        return new SignedForm(
                document,
                List.copyOf(seals),
                status(published.tenant(), tree),
                time(tree, "awardedDate"),
                tree.has("validUntil") ? time(tree, "validUntil") : null);
    }

    private static Optional<String> form(CredentialDocument published, String mediaType) {
        return published.forms().stream()
                .filter(form -> form.mediaType().equals(mediaType))
                .map(Form::document)
                .findFirst();
    }

    private static Seal proof(JsonNode proof) {
        String suite = proof.path("cryptosuite").asText();
        String method = proof.path("verificationMethod").asText();
        return new Seal(
                securing(by -> by.suite() != null
                        && by.suite().text().equals(suite)
                        && by.key()
                                == VerificationKey.ofMultikey(method.substring(method.indexOf('#') + 1))
                                        .kind()),
                time(proof, "created"),
                method,
                proof.path("proofValue").asText());
    }

    /**
     * One of the tokens.
     *
     * @param jwt what of it was signed
     * @param created of the proofs, which were made with it: a token does not say when it was made
     */
    private static Seal token(String token, String jwt, Instant created) {
        JoseSecuring.Token read = JoseSecuring.read(jwt);
        boolean discloses = !token.equals(jwt);
        String key = read.key();
        if (key == null) {
            throw new IllegalArgumentException("its token names no key");
        }
        Securing securing = securing(by ->
                by.isToken() && by.discloses() == discloses && by.key().jose().equals(read.algorithm()));
        return new Seal(securing, created, key, token);
    }

    private static Securing securing(Predicate<SecuredBy> means) {
        return Arrays.stream(Securing.values())
                .filter(securing -> means.test(SecuredBy.of(securing)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is secured in a way that is not known here"));
    }

    private static StatusEntry status(String tenant, JsonNode tree) {
        JsonNode status = StatusEntries.revocation(tree);
        Matcher list = LIST.matcher(status.path("statusListCredential").asText());
        if (!list.matches() || !list.group(1).matches(Pattern.quote(tenant) + "-[0-9]{1,9}")) {
            throw new IllegalArgumentException("it names no status list of its issuer");
        }
        return new StatusEntry(
                list.group(1), Integer.parseInt(status.path("statusListIndex").asText()));
    }

    private static Instant time(JsonNode object, String member) {
        try {
            return Instant.parse(object.path(member).asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(member + " is no time", e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
    }

    @Override
    public String toString() {
        return "SignedForm[" + status + "]";
    }
}
