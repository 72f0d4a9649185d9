package org.meritstream.walletsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.proving.EventContract;
import org.meritstream.walletsync.wallet.Facts;

/** Stands in for the loop: hands what edges append to the service's work, and keeps what comes out. */
@ApplicationScoped
public class LoopInTest {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong offset = new AtomicLong();
    private final List<Inbound> commands = new CopyOnWriteArrayList<>();
    private final List<org.meritstream.events.Message> emitted = new CopyOnWriteArrayList<>();
    private final InMemoryConnector log;
    private final BatchHandler work;
    private int seen;

    LoopInTest(@Any @Connector("smallrye-in-memory") InMemoryConnector log, BatchHandler work) {
        this.log = log;
        this.work = work;
    }

    void start(@Observes StartupEvent started) {
        var unused = thread.scheduleWithFixedDelay(this::take, 0, 5, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.shutdownNow();
    }

    /** Everything that came out, in its order, of what was appended until now; an edge that waits for it may have given up sooner. */
    public synchronized List<EventData> emitted() {
        take();
        return emitted.stream()
                .<EventData>map(message ->
                        EventFormat.read(message.headers(), message.body()).data())
                .toList();
    }

    /** What of it names a credential, a learner or a record. */
    public List<EventData> emitted(UUID credential) {
        return emitted().stream()
                .filter(data -> data.toString().contains(credential.toString()))
                .toList();
    }

    /** The commands that edges appended about a credential. */
    public synchronized List<Inbound> commands(UUID credential) {
        take();
        return commands.stream()
                .filter(command -> command.data().toString().contains(credential.toString()))
                .toList();
    }

    /** Lets the service hear a fact. */
    public void tell(EventData fact) {
        tell(Facts.inbound(UUID.randomUUID().toString(), Instant.now(), fact, offset.incrementAndGet()));
    }

    /** Lets the service hear of a credential: its learner, its issue and its document. */
    public void issue(String tenant, UUID learner, UUID credential, String name) {
        tell(Facts.profiled(tenant, learner, name, Facts.NOON));
        tell(Facts.issued(tenant, learner, credential));
        tell(Facts.document(tenant, learner, credential, CredentialState.ISSUED));
    }

    private synchronized void tell(Inbound event) {
        List<org.meritstream.events.Message> out = work.handle(List.of(event));
        out.forEach(message -> assertThat(EventContract.refusals(message)).isEmpty());
        emitted.addAll(out);
    }

    /** Has all seen to that was appended until now. */
    private synchronized void take() {
        List<? extends Message<Object>> appended = log.sink("log").received();
        for (; seen < appended.size(); seen++) {
            Inbound command = read(appended.get(seen));
            commands.add(command);
            tell(command);
        }
    }

    private Inbound read(Message<Object> record) {
        OutgoingKafkaRecordMetadata<?> metadata =
                record.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
        Map<String, String> headers = new LinkedHashMap<>();
        metadata.getHeaders()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        byte[] body = (byte[]) record.getPayload();
        String key = String.valueOf(metadata.getKey());
        return new Inbound(
                new Position(metadata.getTopic(), 0, offset.incrementAndGet()),
                EventFormat.read(headers, body),
                new org.meritstream.events.Message(metadata.getTopic(), key, headers, body));
    }
}
