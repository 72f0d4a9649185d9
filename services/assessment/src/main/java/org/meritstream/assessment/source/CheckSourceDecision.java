package org.meritstream.assessment.source;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SourceKind;

/** Decides whether what an administrator says of a source is enough to authenticate its deliveries. */
final class CheckSourceDecision {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int SHORTEST_KEY = 2048;

    private CheckSourceDecision() {}

    /** What came of it. */
    sealed interface Outcome {
        /** It can be stored. */
        record Sound(SourceKind kind, JoinBy joinBy) implements Outcome {}

        /** It can not, for these reasons. */
        record Unsound(List<Fault> faults) implements Outcome {}
    }

    /** A member and what is wrong with it; quotes no value. */
    record Fault(String pointer, String detail) {}

    static Outcome decide(String id, SourceSettings settings, boolean hasPassword) {
        List<Fault> faults = new ArrayList<>();
        if (!NAME.matcher(id).matches()) {
            faults.add(new Fault("", "A source's name has 1 to 63 lower-case letters, digits and hyphens."));
        }
        SourceKind kind = settings.kind();
        if (kind == null) {
            faults.add(new Fault("/kind", "Say CANVAS_LIVE or MOODLE_XAPI."));
            return new Outcome.Unsound(faults);
        }
        switch (kind) {
            case CANVAS_LIVE -> checkCanvas(settings, faults);
            case MOODLE_XAPI -> checkMoodle(settings, hasPassword, faults);
        }
        JoinBy joinBy = settings.joinBy() == null ? JoinBy.STUDENT_NUMBER : settings.joinBy();
        return faults.isEmpty() ? new Outcome.Sound(kind, joinBy) : new Outcome.Unsound(faults);
    }

    private static void checkCanvas(SourceSettings settings, List<Fault> faults) {
        if (settings.rootAccountUuid() == null || settings.rootAccountUuid().isBlank()) {
            faults.add(new Fault("/rootAccountUuid", "Say whose stream it is: one key set signs for every Canvas."));
        }
        if ((settings.jwks() == null) == (settings.jwksUrl() == null)) {
            faults.add(new Fault("/jwks", "Give either the JWK set or its address."));
        } else if (settings.jwks() != null) {
            checkKeys(settings.jwks().toString(), faults);
        } else if (!isFetchable(settings.jwksUrl())) {
            faults.add(new Fault("/jwksUrl", "An https address is expected."));
        }
    }

    private static void checkKeys(String jwks, List<Fault> faults) {
        JWKSet keys = keys(jwks);
        if (keys == null || keys.isEmpty()) {
            faults.add(new Fault("/jwks", "A JWK set with at least one key is expected."));
        } else if (!keys.getKeys().stream().allMatch(CheckSourceDecision::isPublicRsa)) {
            faults.add(new Fault("/jwks", "Public RSA keys of 2048 bits or more, each with a kid, are expected."));
        }
    }

    private static void checkMoodle(SourceSettings settings, boolean hasPassword, List<Fault> faults) {
        String username = settings.username();
        if (username == null || username.isBlank() || username.contains(":")) {
            faults.add(new Fault("/username", "A user name without a colon is expected (RFC 7617 section 2)."));
        }
        String password = settings.password();
        if (password == null ? !hasPassword : password.length() < SHORTEST_PASSWORD) {
            faults.add(new Fault("/password", "A password of 12 characters or more is expected."));
        }
    }

    /** The set, or null when the text is none. */
    static @Nullable JWKSet keys(@Nullable String jwks) {
        try {
            return jwks == null ? null : JWKSet.parse(jwks);
        } catch (ParseException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isPublicRsa(JWK key) {
        return key instanceof RSAKey && !key.isPrivate() && key.getKeyID() != null && key.size() >= SHORTEST_KEY;
    }

    /** https; plain http only on this machine. */
    private static boolean isFetchable(@Nullable String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            boolean local = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || local);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
