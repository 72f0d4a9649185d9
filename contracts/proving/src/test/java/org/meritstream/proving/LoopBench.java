package org.meritstream.proving;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Attempt;
import org.meritstream.events.CriteriaEvaluated;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;
import org.meritstream.events.SourceKind;
import org.meritstream.events.SourceRef;
import org.meritstream.events.Topics;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.log.Agenda;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.KafkaClients;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.Timekeeper;
import org.meritstream.log.Turn;
import org.meritstream.log.Turns;
import org.meritstream.log.Work;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Write;

/** A loop with the smallest honest work: every withdrawal is stored as a row and answered by one evaluation. */
final class LoopBench implements AutoCloseable {
    static final String SERVICE = "evidence";
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final UUID LEARNER = UUID.fromString("0b7c1f9e-6f0a-8a52-9d3c-2f6e9c1d4b70");
    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final String kafka;

    LoopBench(String kafka) {
        this.kafka = kafka;
        String[] address = RealServers.postgres().split(":", -1);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address[0])
                .setPort(Integer.parseInt(address[1]))
                .setDatabase("meritstream_evidence")
                .setUser("meritstream_evidence")
                .setPassword(RealServers.password());
        database = new Database(new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build()));
        for (String table : List.of("handled", "input_position", "waiting", "command_outcome", "timer", "proof_fact")) {
            database.query("drop table if exists " + table, Tuple.tuple());
        }
        List.of("V1__log", "V200__timer", "V201__forgetting").forEach(this::migrate);
        database.query("create table proof_fact (id text primary key, n bigserial)", Tuple.tuple());
    }

    /** A free port that no outgoing connection is given, so that a broker can come back to it: Linux gives those from 32768 on. */
    static String port() {
        return String.valueOf(ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(LoopBench::free)
                .findFirst()
                .orElseThrow());
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A broker of its own, that a test may kill and start again on the same port. */
    static ServerProcess broker(Path data, String port, String controller) {
        return ServerProcess.start(
                "--only",
                "kafka",
                "--kafka",
                port,
                "--controller",
                controller,
                "--data",
                data.toString(),
                "--partitions",
                "6");
    }

    Database database() {
        return database;
    }

    /** The work under proof; a poisonous id fails its decision. */
    record Storing(Database database, String poison) implements Work<List<Inbound>, Write> {

        @Override
        public String service() {
            return SERVICE;
        }

        @Override
        public List<String> topics() {
            return List.of(Topics.ASSESSMENT, Topics.EVIDENCE_COMMANDS);
        }

        @Override
        public List<Inbound> load(List<Inbound> fresh) {
            database.query("select 1", Tuple.tuple());
            return fresh;
        }

        @Override
        public Turn<Write> decide(List<Inbound> state, List<Inbound> fresh) {
            Turn<Write> turn = new Turn<>();
            for (Inbound event : fresh) {
                if (event.id().equals(poison)) {
                    throw new IllegalArgumentException("poison");
                }
                CriteriaEvaluated evaluated = new CriteriaEvaluated(
                        event.data().tenant(), LEARNER, "data-literacy", 1, 1, List.of(), false, event.time());
                turn.handled(
                        event, List.of(Emission.of(SERVICE, event, EventIds.of("evaluated", event.id()), evaluated)));
            }
            String[] ids = fresh.stream().map(Inbound::id).toArray(String[]::new);
            return turn.write(Write.exactly(
                    ids.length, "insert into proof_fact select * from unnest($1::text[])", Tuple.of(ids)));
        }
    }

    /** A replica of the loop, started. */
    Loop start(String replica, LoopHealth health, String poison) {
        Loop loop = new Loop(turns(poison), clients(replica), health, Clock.systemUTC());
        loop.start();
        return loop;
    }

    /** What a replica does with a batch before it tells of it. */
    Turns<List<Inbound>, Write> turns(String poison) {
        return new Turns<>(new Storing(database, poison), new PostgresJournal(database));
    }

    /** A replica that lets time pass, started. */
    Timekeeper startTime(String replica, Agenda agenda, LoopHealth health, Clock clock) {
        Timekeeper timekeeper = new Timekeeper(SERVICE, agenda, clients(replica), health, clock);
        timekeeper.start();
        return timekeeper;
    }

    private KafkaClients clients(String replica) {
        return new KafkaClients(
                SERVICE, replica, new KafkaClients.Batching(200, Duration.ZERO), Map.of("bootstrap.servers", kafka));
    }

    /** An event as an LMS delivery would cause it. */
    static Message event(String id) {
        AssessmentWithdrawn withdrawn = new AssessmentWithdrawn(
                "northgate",
                LEARNER,
                false,
                new SourceRef("canvas", SourceKind.CANVAS_LIVE, "grade_change"),
                new ActivityRef("assignment/355", ActivityKind.ASSIGNMENT),
                null,
                Attempt.UNKNOWN,
                WithdrawalReason.CLEARED,
                TIME,
                TIME,
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                "sha-256:" + "0".repeat(64));
        return EventFormat.write(
                new Event<>(new EventHeader(id, "/meritstream/assessment", "northgate/" + id, TIME, null), withdrawn));
    }

    /** How often each event was answered; waits until there are as many answers as expected. */
    Map<String, Integer> evaluationsSeen(int expected) {
        return counted(answers().readUntil(records -> records.size() >= expected, PATIENCE));
    }

    /** How often each event was answered, to the end of the topic: for when no loop runs any more. */
    Map<String, Integer> allEvaluations() {
        return counted(answers().all(PATIENCE));
    }

    private Topic answers() {
        return new Topic(kafka, Topics.EVALUATION);
    }

    private static Map<String, Integer> counted(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Integer> seen = new HashMap<>();
        records.forEach(record -> seen.merge(Topic.header(record, "ce_id"), 1, Integer::sum));
        return seen;
    }

    static List<Message> events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> LoopBench.event("event-" + n))
                .toList();
    }

    static boolean holds(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return condition.getAsBoolean();
    }

    long facts() {
        return database.query("select count(*) from proof_fact", Tuple.tuple())
                .iterator()
                .next()
                .getLong(0);
    }

    private void migrate(String name) {
        for (String statement : migration(name).split(";", -1)) {
            if (!statement.isBlank()) {
                database.query(statement, Tuple.tuple());
            }
        }
    }

    private static String migration(String name) {
        try (InputStream script = LoopBench.class.getResourceAsStream("/db/log/" + name + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("The log brings its migration");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^ *--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException("A class path resource can be read", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
