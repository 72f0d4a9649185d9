package org.meritstream.walletsync.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.journal.Places;
import org.meritstream.walletsync.journal.WalletDatabase;
import org.meritstream.walletsync.journal.WalletWrite;

/** The signed documents, and which learner each credential belongs to. */
@ApplicationScoped
public class Documents {
    private static final String ID = "_id";
    private static final Bson WITHOUT_ENTRIES = exclude("handled");

    private final WalletDatabase database;

    public Documents(WalletDatabase database) {
        this.database = database;
    }

    /** Those of these credentials that the store holds; for the loop. */
    public Map<UUID, SignedDocument> load(Collection<UUID> credentials) {
        Map<UUID, SignedDocument> documents = new HashMap<>();
        if (credentials.isEmpty()) {
            return documents;
        }
        Bson ids = in(ID, credentials.stream().map(UUID::toString).collect(Collectors.toSet()));
        for (SignedDocument document :
                database.loop(Places.DOCUMENTS, SignedDocument.class).find(ids).projection(WITHOUT_ENTRIES)) {
            documents.put(document.credential(), document);
        }
        return documents;
    }

    /** The write that stores a document as it stands now, with the events that made it so. */
    public static WalletWrite.Change change(SignedDocument document, List<WalletWrite.Cause> causes) {
        Document fields = owner(document.tenant(), document.credential(), document.learner());
        if (document.copy() != null) {
            fields.append("copy", document.copy());
        }
        return new WalletWrite.Change(
                Places.DOCUMENTS, document.credential().toString(), fields, document.version(), causes);
    }

    /** The note of whose credential it is, for as long as its document has not come. */
    public static WalletWrite.Note note(String tenant, UUID credential, UUID learner) {
        return new WalletWrite.Note(Places.DOCUMENTS, credential.toString(), owner(tenant, credential, learner));
    }

    private static Document owner(String tenant, UUID credential, UUID learner) {
        return new Document("tenant", tenant).append("credential", credential).append("learner", learner);
    }

    /** A tenant's credential, or null when the tenant has none of that id. */
    public Uni<@Nullable SignedDocument> of(String tenant, UUID credential) {
        return database.edge(Places.DOCUMENTS, SignedDocument.class)
                .find(eq(ID, credential.toString()), new FindOptions().projection(WITHOUT_ENTRIES))
                .toUni()
                .map(document -> document == null || !document.tenant().equals(tenant) ? null : document);
    }
}
