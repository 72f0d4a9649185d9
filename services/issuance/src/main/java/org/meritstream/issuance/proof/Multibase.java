package org.meritstream.issuance.proof;

import java.util.Arrays;

/** Multibase base58btc (prefix z), as proof values and Multikeys are written (Controlled Identifiers 1.0, section 2.4). */
public final class Multibase {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
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
        // log(256)/log(58) is below 1.38.
        byte[] digits = new byte[(bytes.length - zeros) * 138 / 100 + 1];
        int length = 0;
        for (int i = zeros; i < bytes.length; i++) {
            int carry = bytes[i] & 0xff;
            int j = 0;
            for (; j < length || carry != 0; j++) {
                carry += 256 * digits[j];
                digits[j] = (byte) (carry % 58);
                carry /= 58;
            }
            length = j;
        }
        StringBuilder text = new StringBuilder(1 + zeros + length).append('z');
        text.append("1".repeat(zeros));
        for (int i = length - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(digits[i]));
        }
        return text.toString();
    }

    /**
     * The bytes of a text that begins with z.
     *
     * @throws IllegalArgumentException when it is not base58btc
     */
    public static byte[] bytes(String text) {
        if (text.isEmpty() || text.charAt(0) != 'z') {
            throw new IllegalArgumentException("Not multibase base58btc: it does not begin with z");
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
