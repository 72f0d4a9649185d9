package org.meritstream.quickstart.servers;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;

/**
 * The emulator's index of {@code _id}, asked also where a query says more than the {@code _id}. The emulator itself then reads the whole
 * collection, so that a guarded update became dearer with every document; it compares whatever an index finds with the whole query anyway.
 */
final class IdIndex extends Index<Object> {
    private static final String ID = "_id";

    private final Index<Object> index;

    private IdIndex(Index<Object> index) {
        super(index.getName(), index.getKeys(), false);
        this.index = index;
    }

    /** In place of any index over the {@code _id} alone. */
    static Index<Object> insteadOf(Index<Object> index) {
        boolean ofId =
                index.getKeys().size() == 1 && index.getKeys().get(0).getKey().equals(ID);
        return ofId ? new IdIndex(index) : index;
    }

    @Override
    public boolean canHandle(Document query) {
        return index.canHandle(query) || namesOne(query);
    }

    /** One value, not an operator, an embedded document or a pattern. */
    private static boolean namesOne(Document query) {
        Object id = query.get(ID);
        return id != null
                && !(id instanceof Document || id instanceof Collection || id instanceof BsonRegularExpression);
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(query);
    }

    @Override
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        index.checkUpdate(oldDocument, newDocument, collection);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(oldDocument, newDocument, position, collection);
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
