package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.events.ChooseStatusProfile;
import org.meritstream.events.CompromiseKey;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.Endorse;
import org.meritstream.events.EventData;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.IssueRecord;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.RecogniseIssuer;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RenewCredential;
import org.meritstream.events.RenewStatusList;
import org.meritstream.events.ResumeWaiting;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.events.RotateKey;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.SuspendCredential;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.credential.Missing;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.log.Inbound;

/**
 * What of a batch concerns this service, by kind. Its other facts (an award earned and not yet conferred, a wallet's offers) are seen to
 * without effect.
 *
 * @param suspensions commands to suspend a credential, and to reinstate one
 * @param expiries of credentials whose time is over
 * @param reissues commands to issue an award's credential anew
 * @param rekeyings commands about an issuer's keys and securings, and what its credentials may become
 * @param renewals of status lists that are to be signed anew
 * @param imports what learners handed in of other issuers, what was found of it, and which issuers count
 * @param endorsements commands to endorse, and to take an endorsement back
 * @param records commands to put what a learner holds into a record and to share one, and what learners ask for themselves
 * @param provided what the batch brings that awards may have waited for: its name, and the first event that brings it
 */
record Facts(
        List<Inbound> conferred,
        List<AwardWithdrawn> withdrawn,
        List<LearnerProfiled> profiled,
        List<LearnerLinked> linked,
        List<AchievementPublished> published,
        List<RevokeCredential> revocations,
        List<Inbound> suspensions,
        List<ExpireCredential> expiries,
        List<Inbound> reissues,
        List<Inbound> rekeyings,
        List<RenewStatusList> renewals,
        List<Inbound> imports,
        List<Inbound> endorsements,
        List<Inbound> records,
        Map<String, Inbound> provided) {

    static Facts of(List<Inbound> fresh) {
        Facts facts = new Facts(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>());
        fresh.forEach(facts::add);
        return facts;
    }

    private void add(Inbound event) {
        if (event.data() instanceof AwardConferred) {
            conferred.add(event);
        } else if (event.data() instanceof AwardWithdrawn fact) {
            withdrawn.add(fact);
        } else if (event.data() instanceof RevokeCredential command) {
            revocations.add(command);
        } else if (event.data() instanceof SuspendCredential || event.data() instanceof ReinstateCredential) {
            suspensions.add(event);
        } else if (event.data() instanceof ExpireCredential command) {
            expiries.add(command);
        } else if (event.data() instanceof RenewCredential || event.data() instanceof CorrectCredential) {
            reissues.add(event);
        } else if (isAboutKeys(event.data())) {
            rekeyings.add(event);
        } else if (event.data() instanceof RenewStatusList command) {
            renewals.add(command);
        } else if (isAboutImports(event.data())) {
            imports.add(event);
        } else if (event.data() instanceof Endorse || event.data() instanceof RevokeEndorsement) {
            endorsements.add(event);
        } else if (isAboutRecords(event.data())) {
            records.add(event);
        } else {
            addBringer(event);
        }
    }

    /** How many of them revoke, suspend or reinstate one of these credentials, or withdraw one of these awards. */
    long endings(Set<UUID> credentials, Set<UUID> awards) {
        Stream<UUID> named = Stream.concat(
                revocations.stream().map(RevokeCredential::credential),
                suspensions.stream().map(SuspendedBits::asked));
        return named.filter(credentials::contains).count()
                + withdrawn.stream()
                        .map(AwardWithdrawn::award)
                        .filter(awards::contains)
                        .count();
    }

    private static boolean isAboutKeys(EventData data) {
        return data instanceof ChooseSecurings
                || data instanceof ChooseStatusProfile
                || data instanceof RotateKey
                || data instanceof CompromiseKey;
    }

    private static boolean isAboutRecords(EventData data) {
        return data instanceof IssueRecord || data instanceof RecordRequested || data instanceof ShareRecord;
    }

    private static boolean isAboutImports(EventData data) {
        return data instanceof ImportRequested || data instanceof ConcludeImport || data instanceof RecogniseIssuer;
    }

    private void addBringer(Inbound event) {
        if (event.data() instanceof LearnerProfiled fact) {
            profiled.add(fact);
            provide(new Missing.Learner(new LearnerKey(fact.tenant(), fact.learner())), event);
        } else if (event.data() instanceof LearnerLinked fact) {
            linked.add(fact);
            provide(new Missing.Learner(new LearnerKey(fact.tenant(), fact.provisional())), event);
        } else if (event.data() instanceof AchievementPublished fact) {
            publish(fact, event);
        } else if (event.data() instanceof AchievementRetired fact) {
            publish(fact.asPublished(), event);
        } else if (event.data() instanceof OpenIssuer command) {
            provide(new Missing.TenantIssuer(command.tenant()), event);
        } else if (event.data() instanceof ResumeWaiting command) {
            provided.putIfAbsent(command.awaits(), event);
        }
    }

    /** What was retired before its publication was read is a version like any other: awards of it stand. */
    private void publish(AchievementPublished version, Inbound event) {
        published.add(version);
        provide(new Missing.AchievementVersion(AchievementKey.of(version)), event);
    }

    private void provide(Missing missing, Inbound bringer) {
        provided.putIfAbsent(missing.key(), bringer);
    }
}
