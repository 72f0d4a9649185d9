package org.meritstream.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Whether the loop runs in this process: not where a test drives the work by hand, nor in a role that only answers requests. */
@ApplicationScoped
class LoopSwitch {
    private final LogConfig config;
    private final Instance<LoopRole> roles;

    LoopSwitch(LogConfig config, Instance<LoopRole> roles) {
        this.config = config;
        this.roles = roles;
    }

    boolean on() {
        return config.log().enabled() && roles.stream().allMatch(LoopRole::consumes);
    }
}
