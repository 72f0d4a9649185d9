package org.meritstream.issuance.flow;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meritstream.issuance.status.Bitstring;

/** A tenant's first list of what is suspended, as it is served. */
final class SuspendedList {
    private SuspendedList() {}

    /** The indexes of the bits that are set. */
    static Set<Integer> of(String tenant) {
        Bitstring bits = Bitstring.decoded(OverHttp.json(OverHttp.judged().get("/status/" + tenant + "-1-suspension"))
                .at("/credentialSubject/encodedList")
                .asText());
        return IntStream.range(0, Bitstring.ENTRIES).filter(bits::isSet).boxed().collect(Collectors.toSet());
    }
}
