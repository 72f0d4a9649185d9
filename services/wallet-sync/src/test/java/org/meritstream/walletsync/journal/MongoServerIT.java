package org.meritstream.walletsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.meritstream.proving.RealServers;

/** What this service's other tests stood on: MongoDB itself, or its emulator, which is no proof against MongoDB. */
class MongoServerIT {

    @Test
    void isMongoDbItself() {
        assumeTrue(
                RealServers.containers(),
                "NOT RUN: anything on MongoDB itself, for want of a Docker engine: its emulator stood in");

        try (MongoClient client = MongoClients.create(RealServers.mongo())) {
            Document status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));

            assertThat(status.get("storageEngine", Document.class)).containsEntry("name", "wiredTiger");
        }
    }
}
