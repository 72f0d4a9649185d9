package org.meritstream.quickstart.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as wallet-sync uses it: documents are put under ids of ours, and put again after a crash. */
@Timeout(180)
final class EmulatorIT {
    private static final int KILLS = 10;
    private static final int WRITERS = 4;

    @TempDir
    Path directory;

    @Test
    void knowsWholeDocumentsOnlyAfterASigkill() throws Exception {
        Random random = new Random(20261128);
        AtomicInteger next = new AtomicInteger();
        for (int kill = 0; kill < KILLS; kill++) {
            RunningServers servers = RunningServers.start("--only", "mongo", "--data", directory.toString());
            try (MongoClient client = client(servers)) {
                int before = next.get();
                for (int document = 0; document < before; document++) {
                    put(client, document);
                }
                assertThat(collection(client).countDocuments()).isEqualTo(before);
                List<CompletableFuture<Void>> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.add(CompletableFuture.runAsync(() -> putUntilKilled(client, next)));
                }
                int enough = before + 50 + random.nextInt(400);
                while (next.get() < enough) {
                    Thread.onSpinWait();
                }
                servers.process.destroyForcibly().waitFor();
                writers.forEach(CompletableFuture::join);
            }
        }
    }

    private static void putUntilKilled(MongoClient client, AtomicInteger next) {
        try {
            while (true) {
                put(client, next.getAndIncrement());
            }
        } catch (MongoException killed) {
            assertThat(killed.getMessage()).doesNotContain("already existed");
        }
    }

    private static void put(MongoClient client, int document) {
        String id = "northgate/" + document;
        collection(client)
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(Updates.setOnInsert("tenant", "northgate"), Updates.set("number", document)),
                        new UpdateOptions().upsert(true));
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("meritstream_wallet").getCollection("kept");
    }

    private static MongoClient client(RunningServers servers) {
        return MongoClients.create("mongodb://127.0.0.1:" + servers.port("mongo")
                + "/?retryWrites=false&serverSelectionTimeoutMS=3000&socketTimeoutMS=5000");
    }
}
