package org.meritstream.evidence.reviews;

import jakarta.enterprise.context.ApplicationScoped;

/** What is private to the desk: who has what, what they have written so far, and how long it takes. */
@ApplicationScoped
class Desktop {
    private final Claims claims;
    private final Drafts drafts;
    private final TurnAround turnAround;

    Desktop(Claims claims, Drafts drafts, TurnAround turnAround) {
        this.claims = claims;
        this.drafts = drafts;
        this.turnAround = turnAround;
    }

    Claims claims() {
        return claims;
    }

    Drafts drafts() {
        return drafts;
    }

    TurnAround turnAround() {
        return turnAround;
    }
}
