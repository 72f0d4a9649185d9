package org.meritstream.walletsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turn;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.Repository;
import org.meritstream.walletsync.journal.WalletWrite;
import org.meritstream.walletsync.wallet.Facts;

/** Every example of the contract in, and what comes out judged by the contract. */
class WalletContractTest {
    private static final Path EXAMPLES = Repository.root().resolve("contracts/examples");

    static Stream<EventType> types() {
        return Stream.of(EventType.values());
    }

    @ParameterizedTest
    @MethodSource("types")
    void seesToEveryExampleOnce(EventType type) throws IOException {
        for (String name : List.of("minimal.json", "full.json")) {
            Turn<WalletWrite> turn =
                    WalletWork.turn(new WorkingSet(Map.of(), Map.of()), List.of(event(type, name, name, 1)));

            assertThat(turn.handled()).hasSize(1);
        }
    }

    @Test
    void emitsNothingButTheContractAllows() throws IOException {
        MemoryStore store = new MemoryStore();

        store.handle(List.of(
                event(EventType.CREDENTIAL_ISSUED, "minimal.json", "issued", 1),
                Facts.inbound("issued-ours", Facts.NOON, Facts.issued(), 2),
                Facts.inbound("collect", Facts.NOON, Facts.collect(), 3),
                Facts.inbound("share", Facts.NOON, Facts.change(org.meritstream.events.Visibility.PUBLIC), 4),
                Facts.inbound("download", Facts.NOON, Facts.delivery(org.meritstream.events.Channel.DOWNLOAD), 5)));

        assertThat(store.emitted).hasSize(5);
        assertThat(store.emitted)
                .allSatisfy(
                        message -> assertThat(EventContract.refusals(message)).isEmpty());
    }

    private static Inbound event(EventType type, String file, String id, long offset) throws IOException {
        Path example = EXAMPLES.resolve(type.schemaName()).resolve(file);
        EventData data = EventFormat.data(type, Files.readAllBytes(example));
        return Facts.inbound(id, Facts.NOON, data, offset);
    }
}
