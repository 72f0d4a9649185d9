package org.meritstream.issuance;

import org.junit.jupiter.api.Test;
import org.meritstream.proving.HouseRules;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("org.meritstream.issuance");
    }
}
