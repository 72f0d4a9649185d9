package org.meritstream.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.source.JoinBy;
import org.meritstream.assessment.source.Source;
import org.meritstream.events.SourceKind;

class KeySetsTest {
    private static final RSAKey NEXT = Tokens.generate("canvas-2026-12");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private long now;
    private int fetches;
    private Uni<String> published = Uni.createFrom().item(Tokens.jwks());
    private final KeySets sets = new KeySets(
            address -> {
                fetches++;
                return published;
            },
            MINUTE,
            () -> now);

    @Test
    void findsAnInlineKeyWithoutFetching() {
        assertThat(find(inline(), "canvas-2026-11")).isPresent();
        assertThat(fetches).isZero();
    }

    @Test
    void fetchesOnceAndKeepsTheSet() {
        find(remote(), "canvas-2026-11");
        now += MINUTE.toNanos() * 60;

        assertThat(find(remote(), "canvas-2026-11")).isPresent();
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void fetchesAgainForAnUnknownKeyAfterAMinute() {
        find(remote(), "canvas-2026-11");
        published = Uni.createFrom().item(new JWKSet(NEXT.toPublicJWK()).toString());
        now += MINUTE.toNanos();

        assertThat(find(remote(), "canvas-2026-12")).isPresent();
    }

    @Test
    void fetchesAtMostOnceAMinuteHoweverManyUnknownKeysAreNamed() {
        for (int i = 0; i < 100; i++) {
            assertThat(find(remote(), "guess-" + i)).isEmpty();
        }

        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void keepsTheOldSetWhenAFetchFails() {
        find(remote(), "canvas-2026-11");
        published = Uni.createFrom().failure(new IllegalStateException("down"));
        now += MINUTE.toNanos();

        assertThat(find(remote(), "canvas-2026-12")).isEmpty();
        assertThat(find(remote(), "canvas-2026-11")).isPresent();
    }

    @Test
    void keepsTheOldSetWhenTheAnswerIsNoKeySet() {
        find(remote(), "canvas-2026-11");
        published = Uni.createFrom().item("<html>");
        now += MINUTE.toNanos();
        find(remote(), "canvas-2026-12");

        assertThat(find(remote(), "canvas-2026-11")).isPresent();
    }

    @Test
    void saysSoWhileNoSetCouldBeFetchedAtAll() {
        published = Uni.createFrom().failure(new IllegalStateException("down"));

        assertThatThrownBy(() -> find(remote(), "canvas-2026-11")).isInstanceOf(KeySets.KeysUnavailable.class);
        assertThatThrownBy(() -> find(remote(), "canvas-2026-11")).isInstanceOf(KeySets.KeysUnavailable.class);
        assertThat(fetches).isEqualTo(1);
    }

    private Optional<JWK> find(Source source, String kid) {
        return sets.find(source, kid).await().atMost(Duration.ofSeconds(1));
    }

    private static Source inline() {
        return source(new JWKSet(Tokens.KEY.toPublicJWK()), null);
    }

    private static Source remote() {
        return source(null, URI.create("https://canvas.example/jwks"));
    }

    private static Source source(@Nullable JWKSet keys, @Nullable URI keysAt) {
        return new Source(
                "northgate",
                "canvas",
                SourceKind.CANVAS_LIVE,
                JoinBy.STUDENT_NUMBER,
                "root",
                keys,
                keysAt,
                null,
                null,
                false);
    }
}
