package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.Securing;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.log.KeyedIds;

/** A learner who holds two credentials, of which one was earned by holding the other, and the records of them. */
@ApplicationScoped
class Holding {
    private final Issuing issuing;
    private final Founding founding;
    private final KeyedIds ids;
    private final LearnerRecords records;

    Holding(Issuing issuing, Founding founding, KeyedIds ids, LearnerRecords records) {
        this.issuing = issuing;
        this.founding = founding;
        this.ids = ids;
        this.records = records;
    }

    /** The first learner of a new tenant. */
    Story two(String tenant, Securing... securings) {
        Story story = new Story(tenant);
        founding.found(tenant, securings.length == 0 ? new Securing[] {Securing.EDDSA_RDFC_2022} : securings);
        issuing.handle(
                story.published(1), story.publishedAnother(2), story.profiled(1, "Amina", 3), story.conferred(1, 10));
        issuing.handle(story.conferredAs("research-methods", 1, 600, List.of(part(story)), 12));
        assertThat(founding.count("issued_credential where tenant = $1", tenant))
                .isEqualTo(2);
        return story;
    }

    UUID part(Story story) {
        return issuing.id(story, 1);
    }

    UUID stack(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "research-methods", "1");
    }

    /** Those that were made of them. */
    List<HeldRecord> records(Story story) {
        return records.of(List.of(new LearnerKey(story.tenant(), story.learner(1))));
    }
}
