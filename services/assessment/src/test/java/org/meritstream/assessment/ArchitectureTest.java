package org.meritstream.assessment;

import org.junit.jupiter.api.Test;
import org.meritstream.proving.HouseRules;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("org.meritstream.assessment");
    }
}
