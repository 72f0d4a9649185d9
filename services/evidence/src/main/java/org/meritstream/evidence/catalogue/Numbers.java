package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;

/** Numbers of a published definition as people write them; their size was bounded when it was published. */
final class Numbers {
    private Numbers() {}

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
