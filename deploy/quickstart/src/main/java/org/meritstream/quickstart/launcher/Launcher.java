package org.meritstream.quickstart.launcher;

import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private void startServices() throws IOException {
        List<CompletableFuture<?>> starts = new ArrayList<>();
        for (Service service : Service.values()) {
            Supervisor supervisor = new Supervisor(children.service(service), progress);
            services.add(supervisor);
            starts.add(supervisor.start());
        }
        starts.forEach(CompletableFuture::join);
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
        List<Thread> stops = services.stream()
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
