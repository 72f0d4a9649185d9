package org.meritstream.issuance.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.expansion.Expansion;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Expands documents whose context is a list of addresses with the context processed once: a third of the whole canonicalization would go
 * into processing the same few contexts for every document. Each thread has its own, since a processor's runtime is not made to be shared.
 */
final class ContextDocuments {
    private static final JsonProvider JSON = JsonProvider.provider();
    /** Lists of contexts that are kept; we sign with two, and a verifier meets a few more. */
    private static final int KEPT = 16;

    private final Supplier<JsonLdOptions> options;
    private final ThreadLocal<Map<JsonArray, ActiveContext>> processed = ThreadLocal.withInitial(HashMap::new);

    ContextDocuments(Supplier<JsonLdOptions> options) {
        this.options = options;
    }

    /**
     * The expanded document, the same as the processor's own expansion of the whole.
     *
     * @throws TooHard when it is one of those that take the processor too long, or too deep
     */
    JsonArray expanded(JsonObject document) throws JsonLdError {
        EffortCheck.contexts(document);
        try {
            JsonArray expanded = unmeasured(document);
            EffortCheck.values(expanded);
            return expanded;
        } catch (StackOverflowError e) {
            // One term may be defined by the next, and that by another, ten thousand times.
            throw new TooHard();
        }
    }

    private JsonArray unmeasured(JsonObject document) throws JsonLdError {
        if (!(document.get("@context") instanceof JsonArray contexts)
                || !contexts.stream().allMatch(JsonString.class::isInstance)) {
            return ExpansionProcessor.expand(JsonDocument.of(document), options.get(), false);
        }
        JsonObject rest = JSON.createObjectBuilder(document).remove("@context").build();
        return asArray(Expansion.with(context(contexts), rest, null, null).compute());
    }

    private ActiveContext context(JsonArray contexts) throws JsonLdError {
        Map<JsonArray, ActiveContext> kept = processed.get();
        ActiveContext known = kept.get(contexts);
        if (known != null) {
            return known;
        }
        ActiveContext context = new ActiveContext(ProcessingRuntime.of(options.get()))
                .newContext()
                .create(contexts, null);
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(contexts, context);
        return context;
    }

    /** JSON-LD 1.1 API, section 5.1, the last steps of expansion. */
    private static JsonArray asArray(JsonValue expanded) {
        if (expanded == null || expanded.equals(JsonValue.NULL)) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (expanded instanceof JsonArray several) {
            return several;
        }
        return JSON.createArrayBuilder().add(expanded).build();
    }
}
