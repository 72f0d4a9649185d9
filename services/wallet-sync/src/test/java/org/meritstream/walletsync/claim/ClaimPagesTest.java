package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.InMemory;

@QuarkusTest
@WithTestResource(InMemory.class)
class ClaimPagesTest {

    @Test
    void everyMessageHasOneHeadingAndNoScript() {
        String page = ClaimPages.message(MessagePage.unknown()).render();

        assertThat(page).containsOnlyOnce("<h1>").doesNotContain("<script").contains("lang=\"en\"");
    }
}
