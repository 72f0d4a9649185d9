package org.meritstream.events;

/** How a credential reaches its learner. */
public enum Channel {
    CLAIM_PAGE,
    DOWNLOAD
}
