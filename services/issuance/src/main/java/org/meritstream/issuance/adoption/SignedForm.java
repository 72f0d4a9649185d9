package org.meritstream.issuance.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.status.StatusEntry;

/**
 * The form {@code application/vc} of a document, taken apart into what the store keeps of it: the bytes that were signed and their proofs, as
 * many as it carries. Pure.
 *
 * @param document the unsigned document, to the byte
 * @param awarded in whole seconds, as the document states it
 */
record SignedForm(String document, List<Securing> securings, StatusEntry status, Instant awarded) {
    static final String MEDIA_TYPE = "application/vc";

    /** The proofs stand last, and their quotation marks can not stand so within a text. */
    private static final String PROOFS = ",\"proof\":[";

    private static final List<String> MEMBERS =
            List.of("type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue");
    private static final Pattern LIST = Pattern.compile(".*/status/([^/#]+)");

    /**
     * Takes it apart.
     *
     * @throws IllegalArgumentException when there is no such form, or what the store keeps of it would not give its bytes again
     */
    static SignedForm of(CredentialDocument published) {
        String text = published.forms().stream()
                .filter(form -> form.mediaType().equals(MEDIA_TYPE))
                .map(Form::document)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has no form " + MEDIA_TYPE));
        int end = text.lastIndexOf(PROOFS);
        if (end < 0) {
            throw new IllegalArgumentException("its proofs do not stand last");
        }
        JsonNode tree = tree(text);
        List<Securing> securings = new ArrayList<>();
        for (JsonNode proof : tree.path("proof")) {
            securings.add(securing(published, proof));
        }
        String document = text.substring(0, end) + "}";
        if (!text.equals(secured(text.substring(0, end), tree.path("proof")))) {
            throw new IllegalArgumentException("its proofs are not written as here");
        }
        return new SignedForm(
                document, List.copyOf(securings), status(published.tenant(), tree), time(tree, "awardedDate"));
    }

    /** The first proof, which a credential is held by. */
    Securing first() {
        return securings.get(0);
    }

    /** What the first proof says of itself. */
    ProofOptions options() {
        return new ProofOptions(first().created(), first().verificationMethod());
    }

    private static Securing securing(CredentialDocument published, JsonNode proof) {
        List<String> members = new ArrayList<>();
        proof.fieldNames().forEachRemaining(members::add);
        if (!members.equals(MEMBERS)) {
            throw new IllegalArgumentException("a proof says more or less than the store keeps");
        }
        return new Securing(
                published.credential(),
                proof.path("cryptosuite").asText(),
                time(proof, "created"),
                proof.path("verificationMethod").asText(),
                proof.path("proofValue").asText());
    }

    private static String secured(String open, JsonNode proofs) {
        List<String> each = new ArrayList<>();
        proofs.forEach(proof -> each.add(proof.toString()));
        return each.stream().collect(Collectors.joining(",", open + PROOFS, "]}"));
    }

    private static StatusEntry status(String tenant, JsonNode tree) {
        JsonNode status = tree.path("credentialStatus");
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
