package org.meritstream.issuance.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * From a JSON-LD document to its canonical N-Quads (RDFC-1.0), in safe mode: what JSON-LD would silently drop is an error.
 *
 * <p>Safe to share between threads: the contexts are read only and every call has its own processor state.
 */
public final class Canonicalization {
    private final Contexts contexts;
    private final ContextDocuments documents = new ContextDocuments(this::options);

    public Canonicalization(Contexts contexts) {
        this.contexts = contexts;
    }

    /**
     * The canonical N-Quads of a document, UTF-8.
     *
     * @throws UnsafeDocument when something in it would be lost, or its context is not carried
     */
    public byte[] canonical(JsonObject document) {
        return canonical(document, Digest.SHA_256);
    }

    /** The same with the hash that goes with the key: labels of blank nodes follow the order of hashes. */
    byte[] canonical(JsonObject document, Digest digest) {
        return canonical(document, digest, Patience.usual());
    }

    /** The same as a part of something larger, which has so much patience left. */
    byte[] canonical(JsonObject document, Digest digest, Patience patience) {
        try {
            return canonical(documents.expanded(document), digest, patience);
        } catch (JsonLdError | IllegalStateException e) {
            throw new UnsafeDocument("The document can not be canonicalized: " + e.getMessage(), e);
        }
    }

    /** The same by the processor's own expansion, contexts and all: what the faster way is held to. */
    byte[] canonicalInFull(JsonObject document) {
        try {
            return canonical(
                    ExpansionProcessor.expand(JsonDocument.of(document), options(), false),
                    Digest.SHA_256,
                    Patience.usual());
        } catch (JsonLdError e) {
            throw new UnsafeDocument("The document can not be canonicalized: " + e.getMessage(), e);
        }
    }

    private byte[] canonical(JsonArray expanded, Digest digest, Patience patience) throws JsonLdError {
        LossCheck.of(expanded);
        RdfDataset dataset = new RdfDataset(digest.begun(), patience);
        ToRdfProcessor.toRdf(dataset, expanded, options());
        return dataset.canonical().getBytes(StandardCharsets.UTF_8);
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        // Whether an IRI can stand in N-Quads is seen to by LossCheck, which refuses; a stricter policy here would drop
        // it silently.
        options.setUriValidation(UriValidationPolicy.SchemeOnly);
        return options;
    }
}
