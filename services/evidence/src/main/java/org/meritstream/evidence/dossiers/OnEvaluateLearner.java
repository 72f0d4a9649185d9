package org.meritstream.evidence.dossiers;

import java.util.List;
import org.meritstream.events.EvaluateLearner;
import org.meritstream.events.Message;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Inbound;

/** A publication reaches a learner whose facts came first. */
public final class OnEvaluateLearner {
    private OnEvaluateLearner() {}

    public static List<Message> evaluate(Desk desk, EvaluateLearner asked, Inbound event) {
        LearnerKey person = desk.register()
                .personOf(new LearnerKey(asked.tenant(), asked.learner()))
                .key();
        AchievementKey version = new AchievementKey(asked.tenant(), asked.achievement(), asked.version());
        return desk.judge(person, List.of(version), event);
    }
}
