package org.meritstream.issuance.status;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of {@code 0 … size-1}: the n-th credential of a list gets the index {@code of(n)}. The counter alone is stored, no
 * index is ever given twice, finding one takes the same time however full the list is, and an index tells nobody without the key who was
 * next to whom.
 *
 * <p>A balanced Feistel network of four rounds over the next even number of bits, HMAC-SHA-256 as the round function (Luby and Rackoff
 * 1988), walked until the value falls into the range (Black and Rogaway 2002, cycle walking).
 */
public final class IndexPermutation {
    private static final int ROUNDS = 4;
    private static final String HMAC = "HmacSHA256";

    private final int size;
    private final int half;
    private final int mask;
    private final SecretKeySpec key;

    /**
     * @param key at least 16 bytes
     * @param size at least 2
     */
    public IndexPermutation(byte[] key, int size) {
        if (key.length < 16 || size < 2) {
            throw new IllegalArgumentException("A permutation has a key of 16 bytes or more and a range of 2 or more");
        }
        this.size = size;
        this.half = (Integer.SIZE - Integer.numberOfLeadingZeros(size - 1) + 1) / 2;
        this.mask = (1 << half) - 1;
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** The index of the n-th, counted from 0. */
    public int of(int n) {
        if (n < 0 || n >= size) {
            throw new IllegalArgumentException("Outside the list: " + n);
        }
        Mac mac = mac();
        int value = n;
        do {
            value = permuted(mac, value);
        } while (value >= size);
        return value;
    }

    /** Which one has an index, counted from 0: the way back. */
    int placeOf(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Outside the list: " + index);
        }
        Mac mac = mac();
        int value = index;
        do {
            value = restored(mac, value);
        } while (value >= size);
        return value;
    }

    private int restored(Mac mac, int value) {
        int left = value >>> half;
        int right = value & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int before = right ^ (mixed(mac, round, left) & mask);
            right = left;
            left = before;
        }
        return left << half | right;
    }

    private int permuted(Mac mac, int value) {
        int left = value >>> half;
        int right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ (mixed(mac, round, right) & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private static int mixed(Mac mac, int round, int value) {
        byte[] digest = mac.doFinal(new byte[] {
            (byte) round, (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
        });
        return (digest[0] & 0xff) << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8 | (digest[3] & 0xff);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA-256", e);
        }
    }
}
