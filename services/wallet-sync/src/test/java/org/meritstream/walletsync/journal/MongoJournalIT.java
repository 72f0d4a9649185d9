package org.meritstream.walletsync.journal;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.meritstream.proving.RealServers;

/** Over MongoDB, or the emulator's process where no Docker engine is. No loop forgets anything beside it. */
@QuarkusTest
@TestProfile(MongoJournalIT.WithoutALoop.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "wallet-sync"))
class MongoJournalIT extends MongoJournalContract {

    public static final class WithoutALoop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meritstream.log.enabled", "false");
        }
    }
}
