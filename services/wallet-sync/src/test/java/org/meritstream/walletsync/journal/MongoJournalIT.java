package org.meritstream.walletsync.journal;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.meritstream.proving.RealServers;

/** Over MongoDB, or the emulator's process where no Docker engine is. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "wallet-sync"))
class MongoJournalIT extends MongoJournalContract {}
