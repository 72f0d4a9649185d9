package org.meritstream.evidence.judgement;

import java.math.BigDecimal;

/** Whether a try is taken for an attempt. */
sealed interface Admission<T> {

    Try<T> tried();

    /** Which attempt it is, counted from 1. */
    int number();

    /**
     * It is judged.
     *
     * @param penalty the share of its mark that lateness costs
     */
    record Admitted<T>(Try<T> tried, int number, BigDecimal penalty) implements Admission<T> {}

    /** It is not judged. */
    record Refused<T>(Try<T> tried, int number, Phrase why) implements Admission<T> {}
}
