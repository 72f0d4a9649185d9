package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.data.Secrets;
import org.meritstream.quickstart.processes.Watched;
import org.meritstream.quickstart.servers.Servers;

/** The processes of one installation, as plans that can be started. */
final class Children {
    static final String SERVERS = "servers";
    private static final Duration GRACE = Duration.ofSeconds(12);
    /** A training run writes its archive after the service has stopped. */
    private static final Duration TRAINING_GRACE = Duration.ofMinutes(2);

    private final Installation installation;
    private final Environment environment;

    Children(Installation installation) {
        this.installation = installation;
        this.environment = new Environment(installation);
    }

    Child servers() throws IOException {
        DataDirectory data = installation.data();
        PublicAddress address = installation.address();
        List<String> command = new ArrayList<>(JavaCommand.servers(Servers.class));
        command.addAll(List.of("--kafka", Integer.toString(address.kafka())));
        command.addAll(List.of("--postgres", Integer.toString(address.postgres())));
        command.addAll(List.of("--mongo", Integer.toString(address.mongo())));
        command.addAll(List.of("--controller", Integer.toString(address.controller())));
        command.addAll(List.of("--data", data.servers().toString()));
        Path passwords = new Secrets(data).databasePasswords(Environment.ROLES);
        command.addAll(List.of("--passwords", passwords.toString()));
        Path announced = data.run().resolve("servers.ready");
        command.addAll(List.of("--announce", announced.toString()));
        Watched.Plan plan = plan(SERVERS, command, Map.of(), GRACE);
        return new Child(SERVERS, plan, () -> sameProcess(announced, plan.pidFile()));
    }

    Child service(Service service) throws IOException {
        List<String> command = JavaCommand.service(
                installation, service, Archive.of(installation, service).use());
        return child(service, command, GRACE);
    }

    /** Whether the servers that announced themselves are those that were started last. */
    private static boolean sameProcess(Path announced, Path started) {
        OptionalLong announcedId = Watched.pidIn(announced);
        return announcedId.isPresent() && announcedId.equals(Watched.pidIn(started));
    }

    /** The same service, making its archive while it stops. */
    Child training(Service service, Path draft) throws IOException {
        List<String> options = Archive.of(installation, service).make(draft);
        return child(service, JavaCommand.service(installation, service, options), TRAINING_GRACE);
    }

    private Child child(Service service, List<String> command, Duration grace) throws IOException {
        int port = installation.address().managementPort(service.number());
        Watched.Plan plan = plan(service.toString(), command, environment.of(service), grace);
        return new Child(service.toString(), plan, new HttpReadiness(port));
    }

    private Watched.Plan plan(String name, List<String> command, Map<String, String> variables, Duration grace) {
        DataDirectory data = installation.data();
        return new Watched.Plan(command, variables, data.pidFile(name), data.log(name), "TERM", grace);
    }
}
