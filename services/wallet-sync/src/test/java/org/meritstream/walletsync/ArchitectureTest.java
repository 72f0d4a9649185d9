package org.meritstream.walletsync;

import org.junit.jupiter.api.Test;
import org.meritstream.proving.HouseRules;

class ArchitectureTest {

    @Test
    void followsTheHouseRules() {
        HouseRules.check("org.meritstream.walletsync");
    }
}
