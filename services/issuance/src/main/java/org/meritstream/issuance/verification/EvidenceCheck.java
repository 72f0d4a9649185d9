package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * Whether what a credential points at is still what it pointed at: each piece of evidence and each related resource that has an address and a
 * digest (VC Data Model 2.0, section 5.3). A digest without an address is for whoever is shown the work, and says nothing here.
 */
final class EvidenceCheck {
    private static final Check NOT_FOLLOWED =
            CheckName.EVIDENCE.unchecked("What it points at could not be looked up by its address and digest.");

    private static final Check TOO_MANY = CheckName.EVIDENCE.unchecked(
            "It points at more, or more often, than this service looks up for one credential.");

    private EvidenceCheck() {}

    /** How often something of one verification is compared with its digest: a document may name one file tens of thousands of times. */
    private static final class Comparisons {
        private static final int MOST = 500;

        private int made;

        boolean another() {
            made++;
            return made <= MOST;
        }
    }

    static Check check(Inquiry inquiry) {
        List<JsonNode> dated = new ArrayList<>();
        collect(inquiry.credential().path("evidence"), dated);
        collect(inquiry.credential().path("relatedResource"), dated);
        if (dated.isEmpty()) {
            return CheckName.EVIDENCE.valid("It points at nothing by address and digest that could have changed.");
        }
        Comparisons comparisons = inquiry.documents().once(Comparisons.class, Comparisons.class, Comparisons::new);
        List<Check> checks = dated.stream()
                .map(resource -> comparisons.another() ? resource(inquiry, resource) : TOO_MANY)
                .toList();
        Check.Result worst =
                Check.Result.worst(checks.stream().map(Check::result).toList());
        return checks.stream()
                .filter(check -> check.result() == worst)
                .findFirst()
                .orElseThrow();
    }

    private static void collect(JsonNode oneOrSeveral, List<JsonNode> found) {
        if (oneOrSeveral.isArray()) {
            oneOrSeveral.forEach(one -> collect(one, found));
        } else if (oneOrSeveral.path("id").isTextual() && ResourceDigest.stated(oneOrSeveral)) {
            found.add(oneOrSeveral);
        }
    }

    private static Check resource(Inquiry inquiry, JsonNode resource) {
        URI address = StatusCheck.address(resource.path("id"));
        List<ResourceDigest> digests = ResourceDigest.of(resource);
        if (address == null || digests.isEmpty()) {
            return NOT_FOLLOWED;
        }
        return switch (inquiry.documents().read(address, Wanted.FILE)) {
            case Fetched.Missing missing ->
                CheckName.EVIDENCE.unchecked("What it points at could not be read. " + missing.reason());
            case Fetched.Found found -> compared(found, digests);
        };
    }

    /** Whether what was read is what a digest was taken of. */
    static Check digest(Fetched.Found found, String integrity) {
        return ResourceDigest.sri(integrity)
                .map(digest -> compared(found, List.of(digest)))
                .orElse(NOT_FOLLOWED);
    }

    private static Check compared(Fetched.Found found, List<ResourceDigest> digests) {
        byte[] bytes = found.body().getBytes();
        return digests.stream().allMatch(digest -> digest.matches(bytes))
                ? CheckName.EVIDENCE.valid("What it points at is still what it was when it was signed.")
                : CheckName.EVIDENCE.invalid("What it points at was changed since it was signed.");
    }
}
