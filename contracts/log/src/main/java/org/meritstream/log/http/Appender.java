package org.meritstream.log.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;

/** Appends facts and commands to the log from an HTTP edge: written to every replica of the broker before the answer goes out. */
@ApplicationScoped
public class Appender {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 4096;

    private final io.smallrye.reactive.messaging.MutinyEmitter<byte[]> log;

    public Appender(
            @Channel("log") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
                    io.smallrye.reactive.messaging.MutinyEmitter<byte[]> log) {
        this.log = log;
    }

    /**
     * Appends one record; done when the broker has it for good. Fails with {@link ProblemException} 503 when the log does not answer in
     * time: the sender keeps what it has and tries again.
     */
    public Uni<Void> append(Event<?> event) {
        org.meritstream.events.Message record = EventFormat.write(event);
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(record.topic())
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        return log.sendMessage(Message.of(record.body()).addMetadata(metadata))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(fault -> new ProblemException(unavailable()));
    }

    static Problem unavailable() {
        return Problem.of(
                "log-unavailable",
                "The log does not answer",
                503,
                "Nothing was accepted. Send the same request again in a while.");
    }
}
