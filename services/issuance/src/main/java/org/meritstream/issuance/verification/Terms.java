package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Contexts;

/**
 * The contexts of a document. Only those that this release carries are known: what a term means would otherwise be up to whoever serves the
 * context on that day, and a verifier that reads what any document names is a proxy for strangers (JSON-LD 1.1, section C).
 */
final class Terms {
    private static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

    private Terms() {}

    static Check check(Inquiry inquiry) {
        JsonNode context = inquiry.credential().path("@context");
        String base = Claimed.text(Claimed.first(context));
        if (!Contexts.CREDENTIALS_V2.equals(base) && !CREDENTIALS_V1.equals(base)) {
            return CheckName.CONTEXT.invalid(
                    "It does not begin with the terms of the W3C's Verifiable Credentials, so it is none.");
        }
        String strange = uncarried(inquiry.credential());
        if (inquiry.presented() instanceof Presented.Document && strange != null) {
            return CheckName.CONTEXT.unchecked("It uses terms that are defined at " + Words.quoted(strange)
                    + ", which this service does not carry.");
        }
        return CheckName.CONTEXT.valid("All terms it uses are defined in contexts that this service carries.");
    }

    /** A context that is named anywhere in the document and not carried; null when there is none. */
    static @Nullable String uncarried(JsonNode node) {
        for (String context : Kind.texts(node.path("@context"))) {
            if (!Contexts.carries(context)) {
                return context;
            }
        }
        for (JsonNode child : node) {
            String strange = child.isContainerNode() ? uncarried(child) : null;
            if (strange != null) {
                return strange;
            }
        }
        return null;
    }
}
