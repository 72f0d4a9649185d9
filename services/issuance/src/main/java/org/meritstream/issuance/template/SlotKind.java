package org.meritstream.issuance.template;

/** What may stand in a slot without anything else about the document changing: neither its quads nor what the schema says of it. */
public enum SlotKind {
    /**
     * An absolute address. Narrower than an IRI: JSON-LD drops an ill-formed one without a word and expands one that begins with a term of
     * the context, and the schema asks for a URI.
     */
    ADDRESS {
        @Override
        boolean admits(String value) {
            int scheme = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : value.length();
            if (scheme >= value.length() || value.length() - scheme > LONGEST) {
                return false;
            }
            for (int i = scheme; i < value.length(); i++) {
                char c = value.charAt(i);
                if (!letterOrDigit(c) && ":/._~#?&=+-".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }
    },

    /** A moment in whole seconds of UTC, as {@code 2026-11-20T10:15:31Z}. */
    TIME {
        @Override
        boolean admits(String value) {
            if (value.length() != PATTERN.length()) {
                return false;
            }
            for (int i = 0; i < PATTERN.length(); i++) {
                char wanted = PATTERN.charAt(i);
                char c = value.charAt(i);
                if (wanted == '0' ? !digit(c) : c != wanted) {
                    return false;
                }
            }
            return within(value, 5, 1, 12)
                    && within(value, 8, 1, 31)
                    && within(value, 11, 0, 23)
                    && within(value, 14, 0, 59)
                    && within(value, 17, 0, 59);
        }
    },

    /** Any text that can be written without an escape beyond those for quotation marks and backslashes. */
    TEXT {
        @Override
        boolean admits(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (Character.isISOControl(c) || c >= '\uFFFE') {
                    return false;
                }
                if (Character.isSurrogate(c)) {
                    if (i + 1 == value.length() || !Character.isSurrogatePair(c, value.charAt(i + 1))) {
                        return false;
                    }
                    i++;
                }
            }
            return true;
        }
    };

    private static final int LONGEST = 2000;
    private static final String PATTERN = "0000-00-00T00:00:00Z";

    abstract boolean admits(String value);

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the two digits there make a number in these bounds. */
    private static boolean within(String value, int at, int least, int most) {
        int number = 10 * (value.charAt(at) - '0') + value.charAt(at + 1) - '0';
        return number >= least && number <= most;
    }
}
