package org.meritstream.issuance.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meritstream.openbadges.RecognitionContext;

/**
 * The JSON-LD contexts that this release carries. Nothing is ever fetched: a context that is not here is an error, so what a term means
 * can not be changed by whoever serves a context, and minting needs no network.
 */
public final class Contexts implements DocumentLoader {
    /** W3C Verifiable Credentials Data Model 2.0. */
    public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

    /** Open Badges 3.0.3. */
    public static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /** Open Badges extensions: the type {@code 1EdTechJsonSchemaValidator2019} is defined only here. */
    public static final String OPEN_BADGES_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    /** Comprehensive Learner Record 2.0.1. */
    public static final String LEARNER_RECORD = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    /** Decentralized Identifiers 1.0. */
    public static final String DID_V1 = "https://www.w3.org/ns/did/v1";

    /** Multikey verification methods. */
    public static final String MULTIKEY_V1 = "https://w3id.org/security/multikey/v1";

    /** JSON Web Key verification methods; named in DID documents, never processed here. */
    public static final String JWK_V1 = "https://w3id.org/security/jwk/v1";

    private static final Map<String, String> CARRIED = Map.of(
            CREDENTIALS_V2,
            "credentials-v2.jsonld",
            "https://www.w3.org/2018/credentials/v1",
            "credentials-v1.jsonld",
            "https://www.w3.org/ns/credentials/examples/v2",
            "credentials-examples-v2.jsonld",
            "https://w3id.org/security/data-integrity/v2",
            "data-integrity-v2.jsonld",
            OPEN_BADGES,
            "open-badges-3.0.3.jsonld",
            OPEN_BADGES_EXTENSIONS,
            "open-badges-extensions.jsonld",
            LEARNER_RECORD,
            "clr-2.0.1.jsonld",
            DID_V1,
            "did-v1.jsonld",
            MULTIKEY_V1,
            "multikey-v1.jsonld");

    private final Map<String, Document> documents;

    private Contexts(Map<String, Document> documents) {
        this.documents = Map.copyOf(documents);
    }

    /** Whether this release carries the context at this address. */
    public static boolean carries(String url) {
        return CARRIED.containsKey(url) || RecognitionContext.at(url).isPresent();
    }

    /** The contexts in this release's resources. */
    public static Contexts carried() {
        Map<String, Document> documents = new LinkedHashMap<>();
        CARRIED.forEach((url, file) -> documents.put(url, read(url, "/contexts/" + file)));
        return new Contexts(documents);
    }

    /** These contexts and one more, from a class path resource. */
    public Contexts with(String url, String resource) {
        Map<String, Document> more = new LinkedHashMap<>(documents);
        more.put(url, read(url, resource));
        return new Contexts(more);
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = documents.get(url.toString());
        return document == null ? byDigest(url) : document;
    }

    /** Its address tells what the document has to be, so whoever serves it has no say in that. */
    private static Document byDigest(URI url) throws JsonLdError {
        String text = RecognitionContext.at(url.toString())
                .orElseThrow(() -> new JsonLdError(
                        JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "The context " + url + " is not carried."));
        Document document = JsonDocument.of(new StringReader(text));
        document.setDocumentUrl(url);
        return document;
    }

    private static Document read(String url, String resource) {
        try (InputStream in = Contexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The context resource " + resource + " is missing");
            }
            Document document = JsonDocument.of(in);
            document.setDocumentUrl(URI.create(url));
            return document;
        } catch (IOException | JsonLdError e) {
            throw new IllegalStateException("The context resource " + resource + " can not be read", e);
        }
    }
}
