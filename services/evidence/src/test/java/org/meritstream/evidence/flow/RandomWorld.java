package org.meritstream.evidence.flow;

import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.issued;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.revoked;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ClearMisconduct;
import org.meritstream.events.FindMisconduct;
import org.meritstream.events.GrantAccommodation;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;

/**
 * Two tenants with the same learner ids, two versions of an achievement each and what is earned by holding it, learners with and without a
 * profile, accounts that turn out to be theirs, what their LMS says, and credentials, of the tenant and of another issuer, that come to be held
 * and are lost.
 *
 * @param publications in their order: a version is refused unless it is next
 * @param others in any order
 */
record RandomWorld(List<List<Inbound>> publications, List<Inbound> others) {
    private static final List<String> TENANTS = List.of(NORTHGATE, SOUTHFIELD);
    private static final List<UUID> LEARNERS = Fixtures.everybody().subList(0, 3);
    private static final List<UUID> ACCOUNTS = Fixtures.everybody().subList(3, 6);

    static RandomWorld anything(Random random) {
        return world(TENANTS, random, true);
    }

    /** In tenants of its own. */
    static RandomWorld anything(List<String> tenants, Random random) {
        return world(tenants, random, true);
    }

    static RandomWorld nothingUndone(Random random) {
        return world(TENANTS, random, false);
    }

    /** One order of many, with repetitions. */
    List<Inbound> shuffled(Random random) {
        List<Inbound> events = new ArrayList<>(others);
        others.stream().filter(event -> random.nextInt(3) == 0).forEach(events::add);
        Collections.shuffle(events, random);
        for (List<Inbound> versions : publications) {
            int from = 0;
            for (Inbound version : versions) {
                from += random.nextInt(events.size() - from + 1);
                events.add(from, version);
                from++;
            }
        }
        return events;
    }

    private static RandomWorld world(List<String> tenants, Random random, boolean undoing) {
        List<List<Inbound>> publications = new ArrayList<>();
        List<Inbound> others = new ArrayList<>();
        for (String tenant : tenants) {
            publications.add(versions(tenant, random, undoing));
            LEARNERS.stream().filter(l -> random.nextInt(4) > 0).forEach(l -> others.add(profiled(tenant, l)));
            ACCOUNTS.stream()
                    .filter(account -> random.nextBoolean())
                    .forEach(account -> others.add(linked(tenant, account, oneOf(LEARNERS, random))));
            for (int i = 0; i < 10; i++) {
                others.add(undoing && random.nextInt(4) == 0 ? withdrawn(tenant, random) : said(tenant, i, random));
            }
            LEARNERS.stream()
                    .filter(l -> random.nextBoolean())
                    .forEach(l -> others.addAll(credential(tenant, l, undoing, random)));
            LEARNERS.stream()
                    .filter(l -> random.nextBoolean())
                    .forEach(l -> others.addAll(foreign(tenant, l, undoing, random)));
        }
        return new RandomWorld(publications, others);
    }

    private static List<Inbound> versions(String tenant, Random random, boolean undoing) {
        CountingAttempt attempt = undoing ? CountingAttempt.LATEST : CountingAttempt.BEST;
        ReleasePolicy release = random.nextBoolean() ? ReleasePolicy.AT_ONCE : ReleasePolicy.AFTER_APPROVAL;
        return List.of(
                publish(version(
                        tenant, 1, release, AwardRule.ALL, share(ESSAY, "0.5", attempt), share(QUIZ, "0.3", attempt))),
                publish(version(
                        tenant,
                        2,
                        release,
                        new AwardRule(AwardRule.Kind.ANY, 0),
                        share(ESSAY, "0.9", attempt),
                        share(QUIZ, "0.7", attempt))),
                publish(Fixtures.called(
                        "data-report",
                        version(
                                tenant,
                                1,
                                release,
                                AwardRule.ALL,
                                new Rule.Any(List.of(Fixtures.holds(Fixtures.SLUG), Foreign.rule())),
                                share(QUIZ, "0.2", attempt)))));
    }

    /** A credential of somebody known, as issuance tells of it; it may be revoked, whatever is told first. */
    private static List<Inbound> credential(String tenant, UUID learner, boolean undoing, Random random) {
        UUID id = new UUID(0x8000L, random.nextLong() | Long.MIN_VALUE);
        Inbound issued = issued(tenant, learner, id, Fixtures.SLUG, MORNING.plusSeconds(90));
        return undoing && random.nextBoolean()
                ? List.of(issued, revoked(tenant, learner, id, Fixtures.SLUG, MORNING.plusSeconds(150)))
                : List.of(issued);
    }

    /** A credential of another issuer, handed in twice; it may lapse. */
    private static List<Inbound> foreign(String tenant, UUID learner, boolean undoing, Random random) {
        UUID first = new UUID(0x7000L, random.nextLong() | Long.MIN_VALUE);
        UUID second = new UUID(0x7000L, random.nextLong() | Long.MIN_VALUE);
        Foreign held = Foreign.of(tenant, learner, first);
        List<Inbound> told =
                List.of(held.verified(MORNING.plusSeconds(100)), held.verified(second, MORNING.plusSeconds(110)));
        return undoing && random.nextBoolean()
                ? List.of(told.get(0), told.get(1), held.lapsed(MORNING.plusSeconds(160)))
                : told;
    }

    private static Inbound said(String tenant, int number, Random random) {
        String activity = random.nextBoolean() ? ESSAY : QUIZ;
        return fact(result(activity, score(String.valueOf(random.nextInt(100)), "100"))
                .of(tenant, somebody(random))
                .attempt(number + 1)
                .at(MORNING.plusSeconds(60L * random.nextInt(4)))
                .build());
    }

    /** What staff rule for people of the world, once its versions are published; some are about nobody, or nothing. */
    static List<Inbound> rulings(Random random) {
        List<Inbound> rulings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant now = MORNING.plusSeconds(30L * random.nextInt(10));
            String tenant = oneOf(TENANTS, random);
            UUID learner = somebody(random);
            Inbound ruling = random.nextBoolean()
                    ? inbound(new GrantAccommodation(tenant, learner, Fixtures.SLUG, null, 1 + i, false, null), now)
                    : inbound(new FindMisconduct(tenant, learner, Fixtures.SLUG, null, i % 3 == 0), now);
            rulings.add(ruling);
            if (ruling.data() instanceof FindMisconduct && random.nextBoolean()) {
                UUID found = UUID.fromString(ruling.id());
                rulings.add(inbound(new ClearMisconduct(tenant, learner, Fixtures.SLUG, found), now.plusSeconds(600)));
            }
        }
        return rulings;
    }

    private static Inbound withdrawn(String tenant, Random random) {
        AssessmentWithdrawn about = Fixtures.withdrawn(
                ESSAY, WithdrawalReason.CLEARED, MORNING.plusSeconds(60L * random.nextInt(4)), Attempt.UNKNOWN);
        AssessmentWithdrawn said = new AssessmentWithdrawn(
                tenant,
                somebody(random),
                false,
                about.source(),
                about.activity(),
                null,
                about.attempt(),
                about.reason(),
                about.occurredAt(),
                about.receivedAt(),
                about.delivery(),
                about.rawDigest());
        return inbound(said, said.occurredAt());
    }

    private static UUID somebody(Random random) {
        return oneOf(random.nextInt(3) == 0 ? ACCOUNTS : LEARNERS, random);
    }

    private static <T> T oneOf(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
