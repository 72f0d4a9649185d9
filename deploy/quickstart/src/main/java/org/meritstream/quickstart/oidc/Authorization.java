package org.meritstream.quickstart.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client asks for (OpenID Connect Core 1.0 section 3.1.2.1, RFC 7636 section 4.3).
 *
 * @param challenge of PKCE, by S256
 * @param nonce empty when the client gave none
 */
record Authorization(String client, URI redirect, String state, String challenge, String nonce) {
    /** The one client that is registered. */
    static final String CLIENT = "meritstream-pages";

    private static final Set<String> KEPT = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "nonce");

    /**
     * @param product the address of the product: people are sent back there and nowhere else
     * @throws IllegalArgumentException with what is wrong
     */
    static Authorization of(Map<String, String> parameters, String product) {
        String redirect = parameters.getOrDefault("redirect_uri", "");
        that(parameters, "client_id", CLIENT);
        that(parameters, "response_type", "code");
        that(parameters, "code_challenge_method", "S256");
        that(parameters, "redirect_uri", product + "/learn/signed-in");
        String challenge = parameters.getOrDefault("code_challenge", "");
        if (!challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("code_challenge is not one of S256");
        }
        return new Authorization(
                CLIENT,
                URI.create(redirect),
                parameters.getOrDefault("state", ""),
                challenge,
                parameters.getOrDefault("nonce", ""));
    }

    /** The parameters that say what is asked for, and no other. */
    static Map<String, String> kept(Map<String, String> parameters) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(KEPT);
        return kept;
    }

    /** Where the browser goes with the code. */
    URI answered(String code) {
        return URI.create(redirect + "?" + query(Map.of("code", code, "state", state)));
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void that(Map<String, String> parameters, String name, String expected) {
        if (!expected.equals(parameters.get(name))) {
            throw new IllegalArgumentException(name + " is not " + expected);
        }
    }
}
