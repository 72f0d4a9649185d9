package org.meritstream.issuance.http;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.log.http.Problem;

/** Answers only what belongs to the roles of this process; the rest is not here. */
class RoleGate {
    private final IssuanceConfig config;

    RoleGate(IssuanceConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    @Nullable
    Response filter(ResourceInfo asked) {
        Role role = asked.getResourceClass().isAnnotationPresent(ForTheWorld.class) ? Role.PUBLIC : Role.SIGN;
        return config.roles().contains(role) ? null : elsewhere();
    }

    private static Response elsewhere() {
        return Response.status(404)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        "other-role", "This is not answered here", 404, "Another role of this service answers it."))
                .build();
    }
}
