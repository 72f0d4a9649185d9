package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.wallet.Facts;

class LinkedInTest {

    @Test
    void encodesEveryValue() {
        String address = LinkedIn.address(
                "R&D: A/B tests", "Université d'Été", Facts.NOON, "https://credentials.example/credentials/1?a=b");

        assertThat(address)
                .isEqualTo("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
                        + "&name=R%26D%3A+A%2FB+tests&organizationName=Universit%C3%A9+d%27%C3%89t%C3%A9"
                        + "&issueYear=2026&issueMonth=11"
                        + "&certUrl=https%3A%2F%2Fcredentials.example%2Fcredentials%2F1%3Fa%3Db");
    }
}
