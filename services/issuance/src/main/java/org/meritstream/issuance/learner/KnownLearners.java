package org.meritstream.issuance.learner;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;

/** What is known of a batch's learners: the store's copies with the batch's own facts laid over them. */
public final class KnownLearners {
    private final Map<LearnerKey, Profile> profiles = new HashMap<>();
    private final Map<LearnerKey, UUID> links = new HashMap<>();

    /** Lays a stored profile in. */
    public void add(Profile profile) {
        profiles.merge(new LearnerKey(profile.tenant(), profile.learner()), profile, Profile::later);
    }

    /** Lays a fact of the batch over. */
    public void add(LearnerProfiled profiled) {
        add(Profile.of(profiled));
    }

    /** Lays a fact of the batch over. */
    public void add(LearnerLinked linked) {
        link(new LearnerKey(linked.tenant(), linked.provisional()), linked.learner());
    }

    void link(LearnerKey provisional, UUID learner) {
        links.put(provisional, learner);
    }

    /** Who a learner turned out to be: themselves, unless their account was joined to a person. */
    public LearnerKey person(LearnerKey learner) {
        UUID linked = links.get(learner);
        return linked == null ? learner : new LearnerKey(learner.tenant(), linked);
    }

    /** The profile of a person, if it came already. */
    public @Nullable Profile profile(LearnerKey person) {
        return profiles.get(person);
    }
}
