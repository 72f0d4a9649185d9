package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.storage.Slice;

/** RFC 9110 section 14.1.2, of ten bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-3,0,4", "bytes=4-,4,6", "bytes=-3,7,3", "bytes=-99,0,10", "bytes=9-9,9,1", "bytes=5-99,5,5"})
    void readsAPart(String header, long first, long length) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Part(new Slice(first, length)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "bytes=0-1,3-4",
                "bytes=3-1",
                "bytes=-",
                "bytes=a-b",
                "lines=0-1",
                "bytes=99999999999999999999-",
                "bytes = 0-1"
            })
    void givesTheWholeForWhatIsNoSingleRange(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=11-20", "bytes=-0"})
    void hasNothingBehindTheEnd(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }
}
