package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.meritstream.events.Event;
import org.meritstream.events.Securing;
import org.meritstream.log.KeyedIds;

/** Issuers of which one vouches for what the other publishes. */
@ApplicationScoped
class Vouching {
    static final String WORDS = "We admit its holders to <b>Statistics II</b>.\n\nAll of them.";

    private final Issuing issuing;
    private final Founding founding;
    private final KeyedIds ids;

    Vouching(Issuing issuing, Founding founding, KeyedIds ids) {
        this.issuing = issuing;
        this.founding = founding;
        this.ids = ids;
    }

    /** Two issuers, unless they are there; the other has published the achievement. */
    void two(String by, String of, Securing... securings) {
        if (founding.count("issuer where tenant = $1", by) == 0) {
            founding.found(by, securings.length == 0 ? new Securing[] {Securing.EDDSA_RDFC_2022} : securings);
            founding.found(of);
            issuing.handle(new Story(of).published(1));
        }
    }

    /** The achievement's version that a tenant published. */
    static String version(String tenant) {
        return "http://localhost:8080/achievements/" + tenant + ".data-literacy/1";
    }

    UUID endorsed(String by, String endorsed, int minute) {
        Event<?> command = new Story(by).endorse(endorsed, WORDS, minute);
        assertThat(issuing.handle(command)).hasSize(1);
        return id(command);
    }

    /** The endorsement that a command leads to. */
    UUID id(Event<?> command) {
        return ids.of(command.data().tenant(), "endorsement", command.header().id());
    }
}
