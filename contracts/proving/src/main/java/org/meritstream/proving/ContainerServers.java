package org.meritstream.proving;

import com.github.dockerjava.api.DockerClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.meritstream.events.TopicSettings;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The real images, where a Docker engine is at hand. */
final class ContainerServers implements Servers {
    private static final String PASSWORD = "meritstream";
    private static final Optional<Integer> PARTITIONS = Optional.of(6);

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18").withPassword(PASSWORD);
    private final MongoDBContainer mongo = new MongoDBContainer("mongo:8");

    ContainerServers() {
        kafka.start();
        postgres.start();
        mongo.start();
        createTopics();
        createDatabases();
    }

    private void createTopics() {
        List<NewTopic> topics = new ArrayList<>();
        TopicSettings.all()
                .forEach((name, settings) ->
                        topics.add(new NewTopic(name, PARTITIONS, Optional.empty()).configs(settings)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while creating topics", e);
        }
    }

    private void createDatabases() {
        try (Connection connection =
                        DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String service : List.of("assessment", "evidence", "issuance")) {
                String name = "meritstream_" + service;
                statement.execute("create role " + name + " login password '" + PASSWORD + "'");
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The databases could not be created", e);
        }
    }

    @Override
    public String kafka() {
        return kafka.getBootstrapServers();
    }

    @Override
    public Postgres postgres() {
        return new Postgres(
                postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), PASSWORD);
    }

    @Override
    public String mongo() {
        return mongo.getConnectionString();
    }

    @Override
    public Frozen freezePostgres() {
        return paused(postgres);
    }

    @Override
    public Frozen freezeMongo() {
        return paused(mongo);
    }

    private static Frozen paused(GenericContainer<?> container) {
        DockerClient docker = container.getDockerClient();
        docker.pauseContainerCmd(container.getContainerId()).exec();
        return () -> docker.unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public String description() {
        return "containers: apache/kafka, postgres:18, mongo:8";
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
        mongo.stop();
    }
}
