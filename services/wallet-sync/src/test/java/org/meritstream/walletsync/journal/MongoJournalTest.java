package org.meritstream.walletsync.journal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.meritstream.walletsync.InMemory;

/** Over the emulator's memory. */
@QuarkusTest
@WithTestResource(InMemory.class)
class MongoJournalTest extends MongoJournalContract {}
