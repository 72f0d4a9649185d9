package org.meritstream.issuance.proof;

import java.util.Arrays;

/** Multibase base58btc (prefix z), as proof values and Multikeys are written (Controlled Identifiers 1.0, section 2.4). */
public final class Multibase {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int GROUP = 5;
    private static final long FIVE_DIGITS = 58L * 58 * 58 * 58 * 58;
    /** Reading takes the square of the length, and strangers write what is read; a signature of P-384 has 133 at most. */
    private static final int LONGEST = 200;

    private static final int[] DIGITS = new int[128];

    static {
        Arrays.fill(DIGITS, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            DIGITS[ALPHABET.charAt(i)] = i;
        }
    }

    private Multibase() {}

    /** The bytes as z and base58btc. */
    public static String base58btc(byte[] bytes) {
        int zeros = leading(bytes, (byte) 0);
        int[] number = words(bytes);
        // Each group is five digits of base 58, the least first; 32 bits are less than six digits.
        char[] text = new char[1 + zeros + 6 * number.length + GROUP];
        int at = text.length;
        for (int first = first(number, 0); first < number.length; first = first(number, first)) {
            int group = remainder(number, first);
            for (int i = 0; i < GROUP; i++) {
                text[--at] = ALPHABET.charAt(group % 58);
                group /= 58;
            }
        }
        while (at < text.length && text[at] == '1') {
            at++;
        }
        at -= zeros;
        Arrays.fill(text, at, at + zeros, '1');
        text[--at] = 'z';
        return new String(text, at, text.length - at);
    }

    /** The bytes as a number, its most significant word first. */
    private static int[] words(byte[] bytes) {
        int[] words = new int[(bytes.length + 3) / 4];
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            words[words.length - 1 - fromEnd / 4] |= (bytes[i] & 0xff) << (8 * (fromEnd % 4));
        }
        return words;
    }

    /** The first word that is not zero, from here on. */
    private static int first(int[] number, int from) {
        int first = from;
        while (first < number.length && number[first] == 0) {
            first++;
        }
        return first;
    }

    /** Divides the number by 58 to the fifth, in place. */
    private static int remainder(int[] number, int first) {
        long remainder = 0;
        for (int i = first; i < number.length; i++) {
            long dividend = (remainder << 32) | (number[i] & 0xffff_ffffL);
            number[i] = (int) (dividend / FIVE_DIGITS);
            remainder = dividend % FIVE_DIGITS;
        }
        return (int) remainder;
    }

    /**
     * The bytes of a text that begins with z.
     *
     * @throws IllegalArgumentException when it is not base58btc, or longer than any key or signature
     */
    public static byte[] bytes(String text) {
        if (text.isEmpty() || text.charAt(0) != 'z') {
            throw new IllegalArgumentException("Not multibase base58btc: it does not begin with z");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Not multibase base58btc: it is longer than any key or signature");
        }
        int zeros = 0;
        while (1 + zeros < text.length() && text.charAt(1 + zeros) == '1') {
            zeros++;
        }
        // Little endian while it grows; one byte per digit is always enough.
        byte[] number = new byte[text.length()];
        int length = 0;
        for (int i = 1 + zeros; i < text.length(); i++) {
            int carry = digit(text.charAt(i));
            int j = 0;
            for (; j < length || carry != 0; j++) {
                carry += 58 * (number[j] & 0xff);
                number[j] = (byte) carry;
                carry >>= 8;
            }
            length = j;
        }
        byte[] bytes = new byte[zeros + length];
        for (int i = 0; i < length; i++) {
            bytes[zeros + i] = number[length - 1 - i];
        }
        return bytes;
    }

    private static int digit(char c) {
        int digit = c < DIGITS.length ? DIGITS[c] : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("Not multibase base58btc: a character outside its alphabet");
        }
        return digit;
    }

    private static int leading(byte[] bytes, byte value) {
        int count = 0;
        while (count < bytes.length && bytes[count] == value) {
            count++;
        }
        return count;
    }
}
