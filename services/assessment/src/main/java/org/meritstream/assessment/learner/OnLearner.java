package org.meritstream.assessment.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.assessment.delivery.Joining;
import org.meritstream.assessment.flow.Desk;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;

/** The roster says who somebody is: the copy is kept, and what waited for the e-mail address is taken up. */
public final class OnLearner {
    private OnLearner() {}

    /** What is emitted for it. */
    public static List<Message> profiled(Desk desk, LearnerProfiled said, Inbound cause) {
        UUID emailKey = desk.ids().email(said.tenant(), said.email());
        List<Message> emitted = new ArrayList<>();
        desk.roster().profile(said, emailKey).stream()
                .sorted()
                .forEach(key -> emitted.addAll(Joining.resume(desk, key, cause)));
        return emitted;
    }
}
