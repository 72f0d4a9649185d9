package org.meritstream.issuance.flow;

import jakarta.inject.Singleton;
import org.meritstream.issuance.achievement.Achievements;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.Successions;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.issuance.status.StatusLists;

/** The stores that a batch is readied from. */
@Singleton
record Stores(
        Learners learners,
        Achievements achievements,
        Issuers issuers,
        Credentials credentials,
        Withdrawals withdrawals,
        Successions successions,
        StatusLists lists) {}
