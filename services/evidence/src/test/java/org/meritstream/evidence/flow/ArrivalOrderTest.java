package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Message;
import org.meritstream.evidence.catalogue.Subjects;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.log.Inbound;

/**
 * DESIGN.md, rule 6: any order of topics, any repetition and any batches lead to the same final state.
 *
 * <p>Awards are the university's word and are not taken back by what arrives later; so which of them are made can depend on the order where a
 * fact undoes another. Where none does, they are the same ones too.
 */
class ArrivalOrderTest {
    private static final int WORLDS = 12;
    private static final int ORDERS = 6;

    static LongStream seeds() {
        return LongStream.range(100, 125);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderLeadsToTheSameDossiers(long seed) {
        Random random = new Random(seed);
        for (int world = 0; world < WORLDS; world++) {
            RandomWorld events = RandomWorld.anything(random);
            List<String> first = standings(play(events, random));
            for (int order = 1; order < ORDERS; order++) {
                assertThat(standings(play(events, random))).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderLeadsToTheSameAwardsWhereNoFactIsUndone(long seed) {
        Random random = new Random(seed);
        int awarded = 0;
        for (int world = 0; world < WORLDS; world++) {
            RandomWorld events = RandomWorld.nothingUndone(random);
            List<String> first = awards(play(events, random));
            awarded += first.size();
            for (int order = 1; order < ORDERS; order++) {
                assertThat(awards(play(events, random))).isEqualTo(first);
            }
        }
        assertThat(awarded).as("the worlds are not empty of awards").isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atMostOneAwardOfAnAchievementEverStands(long seed) {
        Random random = new Random(seed);
        for (int world = 0; world < WORLDS; world++) {
            MemoryStore evidence = play(RandomWorld.anything(random), random);

            List<String> standing = evidence.awards().stream()
                    .filter(award -> award.stands())
                    .map(award -> award.learner() + award.achievement())
                    .toList();

            assertThat(standing).doesNotHaveDuplicates();
        }
    }

    /** Events in random order, some twice, in random batches; a publication sends for those whose facts are there already. */
    private static MemoryStore play(RandomWorld world, Random random) {
        MemoryStore evidence = new MemoryStore();
        List<Inbound> coming = world.shuffled(random);
        while (!coming.isEmpty()) {
            int size = Math.min(coming.size(), 1 + random.nextInt(7));
            List<Inbound> batch = new ArrayList<>(coming.subList(0, size));
            coming.subList(0, size).clear();
            for (AchievementPublished version : evidence.handle(batch)) {
                for (Inbound evaluate : reached(version, evidence.facts())) {
                    coming.add(random.nextInt(coming.size() + 1), evaluate);
                }
            }
        }
        return evidence;
    }

    private static List<Inbound> reached(AchievementPublished version, Collection<Filed> facts) {
        return facts.stream()
                .filter(filed -> Subjects.of(version).contains(filed.about()))
                .map(filed -> filed.learner().id())
                .distinct()
                .map(learner -> Happenings.evaluate(version, learner))
                .toList();
    }

    private static List<String> standings(MemoryStore evidence) {
        return Standings.of(evidence.dossiers());
    }

    private static List<String> awards(MemoryStore evidence) {
        return evidence.emitted().stream()
                .filter(message -> message.topic().equals("meritstream.award"))
                .map(Message::headers)
                .map(headers -> headers.get("ce_type") + " " + headers.get("ce_id"))
                .sorted()
                .toList();
    }
}
