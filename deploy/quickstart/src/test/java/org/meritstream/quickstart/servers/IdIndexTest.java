package org.meritstream.quickstart.servers;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdIndexTest {
    private static final Document UNSEEN = new Document("$nin", List.of("event"));
    private final Index<Object> index = IdIndex.insteadOf(unique("_id"));
    private final Channel channel = new EmbeddedChannel();

    @TempDir
    Path directory;

    @Test
    void looksUpWhatAQueryNamesAndGuards() {
        assertThat(index.canHandle(new Document("_id", "a").append("version", 1).append("handled.id", UNSEEN)))
                .isTrue();
    }

    @Test
    void leavesToTheEmulatorWhatIsNotOneId() {
        assertThat(index.canHandle(new Document("version", 1))).isFalse();
        assertThat(index.canHandle(new Document("_id", null).append("version", 1)))
                .isFalse();
        assertThat(index.canHandle(new Document("_id", new Document("$gt", "a")).append("version", 1)))
                .isFalse();
        assertThat(index.canHandle(new Document("_id", new BsonRegularExpression("a")).append("version", 1)))
                .isFalse();
    }

    @Test
    void standsInForNoOtherIndex() {
        Index<Object> other = unique("token");

        assertThat(IdIndex.insteadOf(other)).isSameAs(other);
    }

    @Test
    void changesADocumentOnlyWhereTheGuardHolds() {
        WholeBackend backend = WholeBackend.open(directory.resolve("kept.mv"));
        insert(backend, "a", 1);
        insert(backend, "b", 1);

        assertThat(changed(backend, "a", 2)).isEqualTo(0);
        assertThat(changed(backend, "c", 1)).isEqualTo(0);
        assertThat(changed(backend, "a", 1)).isEqualTo(1);
        assertThat(changed(backend, "a", 1)).isEqualTo(0);
        assertThat(changed(backend, "b", 1)).isEqualTo(1);
        backend.close();
    }

    @Test
    void findsWhatWasKept() {
        WholeBackend before = WholeBackend.open(directory.resolve("kept.mv"));
        insert(before, "a", 1);
        before.close();

        WholeBackend backend = WholeBackend.open(directory.resolve("kept.mv"));

        assertThat(changed(backend, "a", 1)).isEqualTo(1);
        backend.close();
    }

    private static Index<Object> unique(String key) {
        Index<?> index = new MemoryUniqueIndex(key, List.of(new IndexKey(key, true)), false);
        return cast(index);
    }

    @SuppressWarnings("unchecked")
    private static Index<Object> cast(Index<?> index) {
        return (Index<Object>) index;
    }

    private void insert(WholeBackend backend, String id, int version) {
        Document document = new Document("_id", id).append("version", version);
        backend.handleCommand(
                channel, "kept", "insert", new Document("insert", "wallets").append("documents", List.of(document)));
    }

    private Object changed(WholeBackend backend, String id, int seen) {
        Document guarded = new Document("_id", id).append("version", seen).append("handled.id", UNSEEN);
        Document update =
                new Document("q", guarded).append("u", new Document("$set", new Document("version", seen + 1)));
        Document answer = backend.handleCommand(
                channel, "kept", "update", new Document("update", "wallets").append("updates", List.of(update)));
        return answer.getOrDefault("n", "told nothing");
    }
}
