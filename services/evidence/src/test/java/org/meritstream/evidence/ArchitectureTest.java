package org.meritstream.evidence;

import org.junit.jupiter.api.Test;
import org.meritstream.proving.HouseRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.meritstream.evidence");
    }
}
