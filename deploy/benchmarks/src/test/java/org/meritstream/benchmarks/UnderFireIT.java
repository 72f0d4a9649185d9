package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.quickstart.data.PublicAddress;

/**
 * The whole product while its parts are killed, frozen and doubled, under load. After each: every learner who qualifies has exactly one
 * credential, a {@code read_committed} reader of the feed saw each exactly once, status indexes are unique, nothing is in a dead-letter
 * topic.
 */
class UnderFireIT {
    private static final int PORT = FreePorts.base(200);
    private static final int REPLICAS = PORT + 120;
    private static final int ROUNDS = 3;
    private static final int UNAVAILABLE = 503;
    /** The common pool has one thread on two processors, and the load is in it. */
    private static final Executor AT_ONCE = task -> Thread.ofPlatform().start(task);

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<Integer> ALL = IntStream.range(0, Product.SERVICES.size())
            .map(new PublicAddress(PORT, false)::managementPort)
            .boxed()
            .toList();
    private static final List<Integer> ON_POSTGRES = ALL.subList(0, 3);

    @TempDir
    static Path directory;

    private static Product product;
    private static Aftermath aftermath;
    private static Subscriber subscriber;
    private static Ledger ledger;
    private static Requests requests;
    private static Postgres postgres;
    private static Load load;
    private static List<Workload> first;
    private static final Readiness readiness = new Readiness();
    private static final long SEED =
            Long.getLong("meritstream.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    @BeforeAll
    static void up() throws Exception {
        System.out.println("seed " + SEED);
        product = Product.up(directory, PORT);
        postgres = new Postgres(product.data());
        aftermath = new Aftermath(product);
        subscriber = new Subscriber(product.kafka());
        ledger = new Ledger(subscriber, aftermath);
        requests = new Requests(product, subscriber);
        load = new Load(product, SEED);
        first = load.goesThrough("Planted", 10, ledger);
    }

    @AfterAll
    static void down() throws Exception {
        product.close();
        readiness.close();
    }

    /** Names, addresses, student numbers and LMS accounts, in deliveries and records that are read and in some that can not be. */
    @Test
    void personalDataStayWhereTheyBelong() throws Exception {
        List<String> planted = first.stream()
                .map(Workload::planted)
                .flatMap(List::stream)
                .distinct()
                .toList();
        for (Workload workload : first) {
            requests.refuseTruncated(workload.deliveries());
            requests.share(workload.campus().tenant());
        }
        requests.endorse(first);
        int poisoned = new Poison(product.kafka()).pour(planted.getFirst());

        Privacy privacy = new Privacy(subscriber);
        privacy.tellsNobodyOfPoison(poisoned, planted);
        privacy.keepsApart(planted);
        assertThat(product.logged()).contains("started in").doesNotContain(planted);
    }

    /** Whoever can reach the quickstart has a token of any role from it. */
    @Test
    void noServiceStartsInProductionThatBelievesTheQuickstartsIssuer() throws Exception {
        for (String service : Product.SERVICES) {
            try (Replica production = Replica.of(product, service, REPLICAS, Map.of("QUARKUS_PROFILE", "prod"))) {
                assertThat(production.failed(Duration.ofMinutes(1))).as(service).isTrue();
                assertThat(production.logged()).contains("MP_JWT_VERIFY_ISSUER is urn:meritstream:development-issuer");
            }
        }
    }

    @Test
    void everyQualifiedLearnerHasExactlyOneCredentialThoughEverythingIsKilled() throws Exception {
        List<Workload> cohort = load.cohort("K", 1_000);
        Workload northgates = cohort.getFirst();
        load.enrol(northgates, 0, northgates.learners() / 2);
        load.enrol(cohort.getLast(), 0, cohort.getLast().learners());
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> load.send(cohort)).thenRunAsync(() -> load.sendUntil(over, "K"));
        Random random = new Random(SEED);
        try (Commits commits = new Commits(product.kafka())) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int service = 0; service < Product.SERVICES.size(); service++) {
                    killAtWork(service, commits, random);
                }
                if (round == 1) {
                    product.kill("servers");
                    load.enrol(northgates, northgates.learners() / 2, northgates.learners());
                }
            }
        } finally {
            over.set(true);
        }
        sending.join();

        for (String service : Product.SERVICES) {
            assertThat(product.killed(service)).as("deaths of " + service).isEqualTo(ROUNDS);
        }
        assertThat(product.killed("servers")).as("deaths of the servers").isOne();
        ledger.verify(load.expected());
    }

    /** Nobody but the launcher starts it again. */
    @Test
    void nothingIsLostWhenPostgresAloneIsKilled() throws Exception {
        CompletableFuture<Void> sending = load.begun("D", 300);
        postgres.kill();
        sending.join();

        ledger.verify(load.expected());
        assertThat(product.logged())
                .contains("PostgreSQL ended with code 137; it is started again.", "PostgreSQL answers again after");
    }

    @Test
    @Outage
    void nothingIsLostWhilePostgresHangsForTwoMinutes() throws Exception {
        CompletableFuture<Void> sending = load.begun("P", 300);
        postgres.freeze();
        List<Readiness.Answer> answers = readiness.during(LONG, ON_POSTGRES);
        postgres.thaw();

        verifyNotReadyThenWhole(answers, ON_POSTGRES, sending);
    }

    @Test
    @Outage
    void nothingIsLostWhilePostgresIsGoneForTwoMinutes() throws Exception {
        CompletableFuture<Void> sending = load.begun("S", 300);
        postgres.loseMachine();
        List<Readiness.Answer> answers = readiness.during(LONG, ON_POSTGRES);
        postgres.comeBack();

        verifyNotReadyThenWhole(answers, ON_POSTGRES, sending);
    }

    @ParameterizedTest
    @Outage
    @ValueSource(ints = {20, 120})
    void nothingIsLostWhileTheBrokerHangs(int seconds) throws Exception {
        CompletableFuture<Void> sending = load.begun("B" + seconds, 300);
        Workload.Delivery again = first.getFirst().deliveries().getFirst();
        product.signal("STOP", "servers");
        CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(() -> load.sendOnce(again), AT_ONCE);
        List<Readiness.Answer> answers = readiness.during(Duration.ofSeconds(seconds), ALL);
        product.signal("CONT", "servers");

        assertThat(answered.join()).as("what a sender is told meanwhile").isEqualTo(UNAVAILABLE);
        verifyNotReadyThenWhole(answers, ALL, sending);
    }

    @Test
    @Outage
    void nothingIsLostOrDoubledWhileReplicasComeAndGo() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> load.sendUntil(over, "R"));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                letReplicasComeAndGo();
                assertThat(sending).as("deliveries under way").isNotDone();
            }
        } finally {
            over.set(true);
        }
        sending.join();

        ledger.verify(load.expected());
    }

    /** Not while it still comes up: it is ready, has committed something more, and works on. */
    private static void killAtWork(int service, Commits commits, Random random) throws Exception {
        String name = Product.SERVICES.get(service);
        readiness.verifyReady(ALL.get(service), aftermath);
        assertThat(commits.further(name))
                .as(() -> name + " committed something more\n" + aftermath.told())
                .isTrue();
        pause(Duration.ofMillis(random.nextInt(1_000)));
        product.kill(name);
    }

    private static void verifyNotReadyThenWhole(
            List<Readiness.Answer> answers, List<Integer> away, CompletableFuture<Void> sending) throws Exception {
        for (int port : ALL) {
            readiness.verifyReady(port, aftermath);
        }
        sending.join();
        ledger.verify(load.expected());

        Readiness.verifyNeverReady(answers, away);
    }

    private static void letReplicasComeAndGo() throws Exception {
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int service = 0; service < Product.SERVICES.size(); service++) {
                replicas.add(Replica.of(product, Product.SERVICES.get(service), REPLICAS + 2 * service));
            }
            for (Replica replica : replicas) {
                readiness.verifyReady(replica.managementPort(), aftermath);
            }
            pause(Duration.ofSeconds(5));
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    /** What is measured here is time that passes: an outage lasts as long as it is said to. */
    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
