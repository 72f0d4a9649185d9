package org.meritstream.events;

import java.util.UUID;

/**
 * A credential of the same tenant that an award rests on.
 *
 * @param achievement what it is for
 */
public record AwardComponent(UUID credential, String achievement) {
    public AwardComponent {
        Limits.slug("achievement", achievement);
    }
}
