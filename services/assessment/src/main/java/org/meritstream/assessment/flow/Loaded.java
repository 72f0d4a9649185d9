package org.meritstream.assessment.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meritstream.assessment.delivery.Delivery;
import org.meritstream.assessment.delivery.Told;
import org.meritstream.assessment.delivery.Unjoined;
import org.meritstream.assessment.learner.Account;
import org.meritstream.assessment.learner.Profile;

/**
 * What a batch needs from the store.
 *
 * @param told what each delivery of the batch says, by its id; read from the delivery alone
 * @param taken facts of the batch that came before
 * @param profiles of the batch's learners, and of everybody who has an e-mail address that plays a part
 * @param contested e-mail keys whose waiting facts the batch may take up
 * @param unjoined all that waits for these
 */
public record Loaded(
        Map<UUID, List<Told>> told,
        List<SourceRule> sources,
        List<UUID> taken,
        List<Account> accounts,
        List<Profile> profiles,
        List<UUID> contested,
        List<Unjoined> unjoined,
        List<Delivery> deliveries) {}
