package org.meritstream.evidence.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people sign in to the pages. Without a provider the pages are closed and everything else runs. */
@ConfigMapping(prefix = "meritstream.sign-in")
public interface SignInConfig {

    /** Address of the university's OpenID provider; its discovery document is below it. */
    Optional<String> provider();

    /** The {@code iss} of its tokens, where it is not its address. */
    Optional<String> issuer();

    /** The name that the provider knows the pages by. It is not the audience of the APIs, so that an ID token opens none of them. */
    @WithDefault("meritstream-pages")
    String clientId();

    /** File with the secret that the provider gave; without one the client is public, and PKCE alone protects the code. */
    Optional<Path> clientSecretFile();

    /** File with 32 random bytes in base64, the same for all replicas: the key of sessions and forms. Changing it signs everybody out. */
    Optional<Path> sessionKeyFile();

    /** How long a session outlasts the provider's ID token, whose own life is often minutes. */
    @WithDefault("2h")
    Duration sessionLasts();

    /** What is asked of the provider besides {@code openid}. */
    @WithDefault("profile")
    List<String> scopes();

    /** The claim that holds a learner's student number, in ID tokens and in the bearer tokens of the APIs. */
    @WithDefault("student_number")
    String studentNumberClaim();

    /** Name of a TLS configuration of Quarkus, where the provider's certificate is one that Java does not know. */
    Optional<String> tls();
}
