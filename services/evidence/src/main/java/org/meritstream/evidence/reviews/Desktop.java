package org.meritstream.evidence.reviews;

import jakarta.enterprise.context.ApplicationScoped;

/** What is private to the desk: who has what, and what they have written so far. */
@ApplicationScoped
class Desktop {
    private final Claims claims;
    private final Drafts drafts;

    Desktop(Claims claims, Drafts drafts) {
        this.claims = claims;
        this.drafts = drafts;
    }

    Claims claims() {
        return claims;
    }

    Drafts drafts() {
        return drafts;
    }
}
