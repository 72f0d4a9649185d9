package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * Whether a document has the form of a verifiable credential: of the data model 2.0 (section 4), or of 1.1 where it says so. Whether its terms mean
 * something, and its proof, are looked at elsewhere.
 */
final class CredentialDecision {
    private static final List<String> TYPED =
            List.of("credentialStatus", "termsOfUse", "evidence", "refreshService", "credentialSchema");

    private CredentialDecision() {}

    static Conformity decide(JsonNode credential) {
        return DocumentRule.check(
                credential, "A credential", "VerifiableCredential", findings -> check(credential, findings));
    }

    private static void check(JsonNode credential, Conformity.Findings findings) {
        issuer(credential.path("issuer"), findings);
        subjects(credential.path("credentialSubject"), findings);
        TYPED.forEach(member -> typed(member, credential.path(member), findings));
        if (ContextRule.isOlder(credential)) {
            findings.require(credential.has("issuanceDate"), "issuanceDate is missing.");
            period(credential, "issuanceDate", "expirationDate", findings);
        } else {
            period(credential, "validFrom", "validUntil", findings);
            words(credential, "", findings);
            words(credential.path("issuer"), "issuer.", findings);
            RelatedResources.check(credential.path("relatedResource"), findings);
        }
    }

    /** VC Data Model 2.0, section 4.7. */
    private static void issuer(JsonNode issuer, Conformity.Findings findings) {
        findings.require(
                Values.url(issuer) || (issuer.isObject() && Values.url(issuer.path("id"))),
                "issuer is neither a URL nor an object with a URL as its id.");
    }

    /** Section 4.8: each subject is an object that says something. */
    private static void subjects(JsonNode subjects, Conformity.Findings findings) {
        List<JsonNode> all = Values.several(subjects);
        findings.require(!all.isEmpty(), "credentialSubject is missing.");
        for (JsonNode subject : all) {
            findings.require(
                    subject.isObject() && !subject.isEmpty(), "credentialSubject holds one of which nothing is said.");
            findings.require(Values.noneOrUrl(subject), "The id of a credentialSubject is not one URL.");
        }
    }

    /** Section 4.5: what of these there is says what it is. */
    private static void typed(String member, JsonNode values, Conformity.Findings findings) {
        List<JsonNode> all = Values.several(values);
        findings.require(values.isMissingNode() || !all.isEmpty(), member + " is empty.");
        for (JsonNode one : all) {
            findings.require(one.isObject() && Values.types(one.path("type")), member + " has no type.");
            findings.require(Values.noneOrUrl(one), "The id of " + member + " is not one URL.");
            findings.require(
                    !member.equals("credentialSchema") || one.has("id"), "credentialSchema has no id to be found by.");
        }
    }

    /** Section 4.9. */
    private static void period(JsonNode credential, String from, String until, Conformity.Findings findings) {
        for (String member : List.of(from, until)) {
            findings.require(
                    !credential.has(member) || Values.moment(credential.path(member)) != null,
                    member + " is not a date-time with an offset.");
        }
        Instant begins = Values.moment(credential.path(from));
        Instant ends = Values.moment(credential.path(until));
        if (begins != null && ends != null && ends.isBefore(begins)) {
            findings.add(new Fault(FaultType.RANGE_ERROR, until + " lies before " + from + "."));
        }
    }

    /** Section 4.6. */
    private static void words(JsonNode named, String where, Conformity.Findings findings) {
        for (String member : List.of("name", "description")) {
            findings.require(
                    Values.words(named.path(member)), where + member + " is neither a text nor one in a language.");
        }
    }
}
