package org.meritstream.issuance.issuer;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.meritstream.events.TopicSettings;
import org.meritstream.events.Topics;

/** Creates a tenant's feed with its issuer: compacted, with as many partitions and replicas as the topic of credentials. */
@ApplicationScoped
public class FeedTopics {
    private static final long PATIENCE_SECONDS = 10;

    private final Map<String, Object> connection;

    FeedTopics(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.connection = connection;
    }

    /** The broker did not answer in time. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(Throwable cause) {
            super("The feed topic could not be created", cause);
        }
    }

    /**
     * Creates it, unless it is there.
     *
     * @throws Unavailable when the broker does not answer: then there must be no issuer yet
     */
    public void create(String tenant) {
        try (Admin admin = Admin.create(settings())) {
            TopicDescription like = admin.describeTopics(List.of(Topics.CREDENTIAL))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(Topics.CREDENTIAL);
            create(admin, feed(tenant, requireNonNull(like, "asked for by name")));
        } catch (ExecutionException | TimeoutException e) {
            throw new Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while creating the feed topic", e);
        }
    }

    private static NewTopic feed(String tenant, TopicDescription like) {
        int partitions = like.partitions().size();
        short replicas = (short) like.partitions().get(0).replicas().size();
        return new NewTopic(Topics.feed(tenant), Optional.of(partitions), Optional.of(replicas))
                .configs(TopicSettings.feed());
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        connection.forEach((name, value) -> {
            if (name.startsWith("sasl.") || name.startsWith("ssl.") || name.equals("security.protocol")) {
                settings.put(name, value);
            }
        });
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, connection.get("bootstrap.servers"));
        return settings;
    }
}
