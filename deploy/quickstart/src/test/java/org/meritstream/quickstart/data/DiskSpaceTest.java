package org.meritstream.quickstart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskSpaceTest {
    private static final Path PLACE = Path.of("/srv/meritstream");
    private static final long MB = 1L << 20;

    @Test
    void saysWhatIsMissingAndThatItGoesOnByItself() {
        assertThat(DiskSpace.shortage(PLACE, 3 * MB + 5))
                .contains(
                        "The disk that holds /srv/meritstream has 3 MB free, and Meritstream needs 100 MB to go on: free"
                                + " some space. Whatever has ended is started again by itself.");
    }

    @Test
    void saysNothingWhereThereIsEnough() {
        assertThat(DiskSpace.shortage(PLACE, 100 * MB - 1)).isPresent();
        assertThat(DiskSpace.shortage(PLACE, 100 * MB)).isEmpty();
    }

    @Test
    void asksTheDiskThatHoldsTheDirectory(@TempDir Path directory) {
        assertThatCode(() -> DiskSpace.check(directory)).doesNotThrowAnyException();
    }
}
