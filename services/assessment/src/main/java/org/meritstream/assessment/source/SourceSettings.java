package org.meritstream.assessment.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SourceKind;

/**
 * What an administrator says of a source.
 *
 * @param joinBy student number unless said otherwise
 * @param rootAccountUuid Canvas: whose stream it is
 * @param jwks Canvas: the JWK set itself; else jwksUrl
 * @param username Moodle: of Basic authentication
 * @param password Moodle: of Basic authentication; never returned; left out to keep the one there is
 * @param test whether its results may lead to no award
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceSettings(
        @Nullable SourceKind kind,
        @Nullable JoinBy joinBy,
        @Nullable String rootAccountUuid,
        @Nullable JsonNode jwks,
        @Nullable String jwksUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable Boolean test) {

    @Override
    public String toString() {
        return "SourceSettings[hidden]";
    }
}
