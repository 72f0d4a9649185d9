package org.meritstream.quickstart.launcher;

import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PrivateFiles;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.gateway.Authority;
import org.meritstream.quickstart.gateway.Gateway;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;
import org.meritstream.quickstart.oidc.OpenIdProvider;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.seed.Personas;

/** The process in the background: the gateway, and a supervisor for the embedded servers and for each service. */
public final class Launcher {
    private final Installation installation;
    private final Progress progress;
    private final Children children;
    private final List<Supervisor> services = new ArrayList<>();
    private boolean stopping;
    private @Nullable Supervisor servers;
    private @Nullable Gateway gateway;

    private Launcher(Installation installation) {
        this.installation = installation;
        this.progress = new Progress(installation.data().progress());
        this.children = new Children(installation);
    }

    /** Takes the repository, the data directory, the gateway's port and whether it speaks TLS; runs until SIGTERM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataDirectory data = new DataDirectory(Path.of(arguments[1]));
        Optional<RunLock> lock = RunLock.take(data);
        if (lock.isEmpty()) {
            return;
        }
        PublicAddress address = new PublicAddress(Integer.parseInt(arguments[2]), Boolean.parseBoolean(arguments[3]));
        Launcher launcher = new Launcher(new Installation(Path.of(arguments[0]), data, address));
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        launcher.run();
        lock.get().holdForEver();
    }

    private void run() {
        try {
            openGateway();
            servers = new Supervisor(children.servers(), progress);
            servers.start().join();
            new Training(installation, children, progress).makeMissing();
            startServices();
            progress.say("up");
        } catch (CompletionException failure) {
            fail(innermost(failure));
        } catch (IOException | GeneralSecurityException | Unavailable failure) {
            fail(failure);
        }
    }

    private void openGateway() throws IOException, GeneralSecurityException {
        DevelopmentIssuer issuer = DevelopmentIssuer.of(installation.data());
        PrivateFiles.write(new Environment(installation).keys(), issuer.jwks());
        PublicAddress address = installation.address();
        Map<String, SocketAddress> addresses = new HashMap<>();
        for (Service service : Service.values()) {
            addresses.put(
                    service.toString(),
                    SocketAddress.inetSocketAddress(address.servicePort(service.number()), "127.0.0.1"));
        }
        Optional<Authority.Certificate> certificate = address.tls()
                ? Optional.of(new Authority(installation.data().tls()).forLocalhost(Instant.now()))
                : Optional.empty();
        OpenIdProvider signIn = new OpenIdProvider(issuer, Personas.all());
        gateway = Gateway.start(new Gateway.Plan("127.0.0.1", address.port(), addresses, certificate, signIn));
    }

    /** As many begin at once as there are processors: more only wait for each other, and none of them is ready sooner. */
    private void startServices() throws IOException {
        Semaphore processors = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
        List<CompletableFuture<Duration>> starts = new ArrayList<>();
        for (Service service : Service.values()) {
            processors.acquireUninterruptibly();
            if (starts.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
                break;
            }
            starts.add(begin(service).whenComplete((took, failure) -> processors.release()));
        }
        starts.forEach(CompletableFuture::join);
    }

    /** Nobody begins once all are told to stop; the future then never ends, and neither does whoever waits for it but with the process. */
    private synchronized CompletableFuture<Duration> begin(Service service) throws IOException {
        if (stopping) {
            return new CompletableFuture<>();
        }
        Supervisor supervisor = new Supervisor(children.service(service), progress);
        services.add(supervisor);
        return supervisor.start();
    }

    private synchronized List<Supervisor> begun() {
        stopping = true;
        return List.copyOf(services);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void fail(Throwable failure) {
        List<String> lines = new ArrayList<>(List.of("failed", Sentence.of(failure, installation.data())));
        if (failure instanceof ChildFailed child) {
            lines.add("The last of " + child.log() + ":");
            child.lastWords().forEach(line -> lines.add("    " + line));
        }
        progress.say(String.join("\n" + Progress.REASON, lines));
        System.exit(1);
    }

    /** Services first, side by side, so that they can still say goodbye to broker and databases; then those. */
    private void stop() {
        List<Thread> stops = begun().stream()
                .map(supervisor -> Thread.ofPlatform().start(supervisor::stop))
                .toList();
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (servers != null) {
            servers.stop();
        }
        if (gateway != null) {
            gateway.close();
        }
        progress.say("down");
    }
}
