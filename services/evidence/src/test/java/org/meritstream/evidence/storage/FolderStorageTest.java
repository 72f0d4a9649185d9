package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStorageTest extends StorageContract {
    private static final String DIGEST = "sha-256:" + "0".repeat(64);

    @TempDir
    Path folder = Path.of("");

    @Override
    Storage storage() {
        return new FolderStorage(folder);
    }

    @Test
    void leavesNoTraceOfWhatItRemoves() throws IOException {
        Storage storage = storage();
        Arrival.Whole whole = (Arrival.Whole)
                new Reception(storage.arrivals(), 100).receive(Streams.of(100, 1), UUID.randomUUID(), null);
        Place place = new Place("northgate", whole.received().digest(), UUID.randomUUID());
        storage.keep(place, whole.received());

        storage.remove(place);

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(Path::toString))
                    .noneMatch(name -> name.contains(
                            place.digest().substring(place.digest().indexOf(':') + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", ".arrivals", "Northgate", "a\u0000"})
    void takesNoTenantThatCouldLeadElsewhere(String tenant) {
        assertThatThrownBy(() -> new Place(tenant, DIGEST, UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
