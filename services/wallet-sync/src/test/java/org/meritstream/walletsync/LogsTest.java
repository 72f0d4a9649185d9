package org.meritstream.walletsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.wallet.Facts;

/** Planted names and secrets do not turn up in a log. */
@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class LogsTest {

    @Inject
    LoopInTest loop;

    @Test
    void namesNoPersonAndNoSecret() {
        Captured captured = new Captured();
        Logger root = Logger.getLogger("");
        root.addHandler(captured);
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, UUID.randomUUID(), credential, "Zebedee Planted");
        String link = Learner.link(credential);
        Learner.judged().get(link);
        String cookie = Learner.judged().post(link).getCookie("meritstream-session");
        Learner learner = new Learner(credential, cookie);
        learner.share("PUBLIC");
        learner.with().get(learner.path() + "/download");
        Learner.judged().get(link);
        root.removeHandler(captured);

        assertThat(captured.lines).anyMatch(line -> line.contains("offer.claimed"));
        assertThat(captured.lines)
                .noneMatch(line -> line.contains("Zebedee"))
                .noneMatch(line -> line.contains(link.substring("/claim/".length())))
                .noneMatch(line -> line.contains(cookie));
    }

    private static final class Captured extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage() + " " + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
