package org.meritstream.issuance.issuer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Securing;

/** Securings as they come in: any name may be wrong. */
final class ChosenSecurings {
    private ChosenSecurings() {}

    /** What is wrong with them, in words; null when nothing is. */
    static @Nullable String wrong(@Nullable List<@Nullable String> names) {
        if (names == null || names.isEmpty() || !names.stream().allMatch(ChosenSecurings::known)) {
            return "One or more of " + Arrays.toString(Securing.values());
        }
        return RekeyDecision.unfit(of(names));
    }

    /** These, of names with nothing wrong. */
    static List<Securing> of(List<@Nullable String> names) {
        return names.stream().map(String::valueOf).map(Securing::valueOf).toList();
    }

    private static boolean known(@Nullable String name) {
        return Arrays.stream(Securing.values())
                .anyMatch(securing -> securing.name().equals(name));
    }
}
