package org.meritstream.quickstart.servers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.meritstream.quickstart.data.DiskSpace;
import org.meritstream.quickstart.processes.Ports;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.servers.Settings.Server;

/**
 * Starts the embedded servers and keeps them until standard input ends or SIGTERM comes. On standard output, one line each as it
 * becomes ready ({@code kafka 127.0.0.1:PORT}), then {@code ready}; everything else goes to standard error. A reason not to start
 * that the user can act on is one sentence and exit code 2.
 */
public final class Servers implements AutoCloseable {
    private static final String CLUSTER = "postgres/data";

    private final Settings settings;
    private final Path directory;
    private final PrintStream announcements;
    private final List<AutoCloseable> running = new ArrayList<>();

    private Servers(Settings settings, PrintStream announcements) throws IOException {
        this.settings = settings;
        this.directory = settings.data().isPresent()
                ? Files.createDirectories(settings.data().get().toAbsolutePath())
                : Files.createTempDirectory("meritstream-servers");
        this.announcements = announcements;
    }

    public static void main(String[] arguments) {
        // The emulator's network library would otherwise make newer JDKs warn about its use of Unsafe.
        System.setProperty("io.netty.noUnsafe", "true");
        try {
            Servers servers = start(Settings.parse(arguments), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop"));
            servers.waitForTheEnd();
            System.exit(0);
        } catch (Unavailable | IllegalArgumentException reason) {
            System.err.println(reason.getMessage());
            System.exit(2);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            System.err.println("The embedded servers cannot run: " + failure.getMessage());
            System.exit(2);
        }
    }

    private void waitForTheEnd() throws IOException, InterruptedException {
        if (settings.announce().isPresent()) {
            Files.writeString(settings.announce().get(), ProcessHandle.current().pid() + "\n");
            new CountDownLatch(1).await();
        }
        while (System.in.read() >= 0) {
            // Whatever is typed means nothing; only the end does.
        }
    }

    /** Starts all servers of the settings side by side; none is left running when one cannot start. */
    static Servers start(Settings settings, PrintStream announcements) throws IOException {
        Servers servers = new Servers(settings, announcements);
        DiskSpace.check(servers.directory);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> starts = settings.ports().entrySet().stream()
                    .map(wanted ->
                            threads.submit((Callable<Void>) () -> servers.start(wanted.getKey(), wanted.getValue())))
                    .toList();
            for (Future<Void> start : starts) {
                start.get();
            }
            announcements.println("ready");
            announcements.flush();
            return servers;
        } catch (ExecutionException failure) {
            servers.close();
            if (failure.getCause() instanceof Unavailable reason) {
                throw reason;
            }
            throw new IOException("one did not start: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            servers.close();
            throw new IllegalStateException(interrupted);
        }
    }

    private Void start(Server server, int wanted) throws Exception {
        int port = Ports.choose(wanted);
        if (server == Server.POSTGRES) {
            // Its port is free only once it has ended.
            Leftover.stop(directory.resolve(CLUSTER));
        }
        if (!Ports.free(port)) {
            throw new Unavailable("Port " + port + ", meant for " + server + ", is in use by another program.");
        }
        AutoCloseable started = open(server, port);
        synchronized (this) {
            running.add(started);
            announcements.println(server + " 127.0.0.1:" + port);
            announcements.flush();
        }
        return null;
    }

    private AutoCloseable open(Server server, int port) throws Exception {
        return switch (server) {
            case KAFKA -> broker(port);
            case POSTGRES -> postgres(port);
            case MONGO -> MongoEmulator.start(settings.data().map(data -> directory.resolve("mongo")), port);
        };
    }

    private KeptPostgres postgres(int port) throws IOException, InterruptedException {
        Postgres.Place place = new Postgres.Place(
                home(), directory.resolve(CLUSTER), port, settings.data().isPresent());
        return KeptPostgres.start(
                () -> {
                    DiskSpace.check(directory);
                    return Postgres.start(place, settings);
                },
                place.directory(),
                System.err);
    }

    private Broker broker(int port) throws Exception {
        Broker broker = Broker.start(directory.resolve("kafka"), port, Ports.choose(settings.controllerPort()));
        if (settings.partitions() > 0) {
            TopicSetup.create("127.0.0.1:" + port, settings.partitions());
        }
        return broker;
    }

    /** Binaries are kept between runs: with the data, or for each user of the machine among temporary files. */
    private Path home() {
        Optional<Path> kept = settings.data().map(data -> directory.resolve("postgres/binaries"));
        return kept.orElse(Path.of(
                System.getProperty("java.io.tmpdir"), "meritstream-postgres-" + System.getProperty("user.name")));
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable server : running.reversed()) {
            try {
                server.close();
            } catch (Exception failure) {
                System.err.println("An embedded server did not stop cleanly: " + failure);
            }
        }
        running.clear();
        if (settings.data().isEmpty()) {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            System.err.println("Left behind in " + directory + ": " + failure.getMessage());
        }
    }
}
