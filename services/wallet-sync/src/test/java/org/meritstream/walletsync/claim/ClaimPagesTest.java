package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.walletsync.InMemory;

@QuarkusTest
@WithTestResource(InMemory.class)
class ClaimPagesTest {

    @Test
    void everyMessageHasOneHeadingAndNoScript() {
        String page = ClaimPages.message(MessagePage.unknown()).render();

        assertThat(page).containsOnlyOnce("<h1>").doesNotContain("<script").contains("lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePageThatWaitsLoadsItselfAgainOnlyForWhoeverAskedForIt(boolean asked) throws IOException {
        String page = ClaimPages.preparing(PreparingPage.of("/claim/x", asked)).render();

        keep(asked ? "preparing-again" : "preparing", page);
        assertThat(page).containsOnlyOnce("<h1>").doesNotContain("<script").doesNotContain("http-equiv");
        assertThat(page.contains("loads itself again every")).isEqualTo(asked);
    }

    /** For the journey, which looks at it in a browser: in the running product it is there for a moment only. */
    private static void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}
