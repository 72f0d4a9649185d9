package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexPermutationTest {
    private static final byte[] KEY = key(1);

    @ParameterizedTest
    @ValueSource(ints = {Bitstring.ENTRIES, 1000, 3, 2})
    void meetsEveryIndexOfItsRangeExactlyOnce(int size) {
        IndexPermutation permutation = new IndexPermutation(KEY, size);

        BitSet seen = new BitSet(size);
        IntStream.range(0, size).map(permutation::of).forEach(seen::set);

        assertThat(seen.cardinality()).isEqualTo(size);
        assertThat(seen.length()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {Bitstring.ENTRIES, 1000, 3, 2})
    void findsTheWayBack(int size) {
        IndexPermutation permutation = new IndexPermutation(KEY, size);

        assertThat(IntStream.range(0, size).filter(n -> permutation.placeOf(permutation.of(n)) != n))
                .isEmpty();
    }

    @Test
    void isAnotherUnderAnotherKey() {
        IndexPermutation one = new IndexPermutation(KEY, Bitstring.ENTRIES);
        IndexPermutation other = new IndexPermutation(key(2), Bitstring.ENTRIES);

        long equal =
                IntStream.range(0, 1000).filter(n -> one.of(n) == other.of(n)).count();

        assertThat(equal).isLessThan(5);
    }

    @Test
    void keepsNeighboursApart() {
        IndexPermutation permutation = new IndexPermutation(KEY, Bitstring.ENTRIES);

        long near = IntStream.range(0, 1000)
                .filter(n -> Math.abs(permutation.of(n) - permutation.of(n + 1)) < 16)
                .count();

        assertThat(near).isLessThan(10);
    }

    @Test
    void refusesAnIndexOutsideTheList() {
        assertThatThrownBy(() -> new IndexPermutation(KEY, 10).of(10)).hasMessageContaining("Outside");
    }

    @Test
    void knowsNoPlaceOfAnIndexOutsideTheList() {
        assertThatThrownBy(() -> new IndexPermutation(KEY, 10).placeOf(10)).hasMessageContaining("Outside");
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}
