package org.meritstream.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.demo.Demo;
import org.meritstream.quickstart.demo.Post;
import org.meritstream.quickstart.demo.Verification;
import org.meritstream.quickstart.gateway.Authority;
import org.meritstream.quickstart.launcher.Down;
import org.meritstream.quickstart.launcher.Installation;
import org.meritstream.quickstart.launcher.Sentence;
import org.meritstream.quickstart.launcher.Status;
import org.meritstream.quickstart.launcher.Up;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;
import org.meritstream.quickstart.oidc.Persona;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.seed.Personas;
import org.meritstream.quickstart.seed.Seed;

/** One command of {@code deploy/quickstart.sh}. Whatever goes wrong is a sentence on standard error and an exit code other than 0. */
public final class Quickstart {
    private static final int DEFAULT_PORT = 8080;
    private static final String DEFAULT_TENANT = "northgate";

    private final Options options;
    private final Path repository;
    private final DataDirectory data;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Quickstart(Options options) {
        this.options = options;
        this.repository = Path.of(System.getProperty("meritstream.repository", "."))
                .toAbsolutePath()
                .normalize();
        this.data = new DataDirectory(options.data().map(Path::of).orElse(repository.resolve(".meritstream")));
    }

    public static void main(String[] line) {
        try {
            Quickstart quickstart = new Quickstart(Options.parse(List.of(line)));
            System.exit(quickstart.run());
        } catch (IllegalArgumentException | Unavailable sentence) {
            System.err.println(sentence.getMessage());
            System.exit(2);
        }
    }

    private int run() {
        try {
            return switch (options.command()) {
                case "up" -> up();
                case "demo" -> demo();
                case "post" -> post();
                case "down" -> down();
                case "status" -> new Status(installation()).print(out) ? 0 : 1;
                case "token" -> token();
                default -> throw new IllegalArgumentException("There is no command " + options.command() + ".");
            };
        } catch (IOException | UncheckedIOException failure) {
            throw new Unavailable(Sentence.of(failure, data));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int up() throws IOException, InterruptedException {
        data.create();
        Installation installation = new Installation(repository, data, address());
        new Up(installation, out).bringUp();
        installation.address().keep(data);
        new Seed(data, Staff.of(data, installation.address()), out).plant();
        addresses(installation.address());
        return 0;
    }

    private void addresses(PublicAddress address) {
        String url = address.url();
        out.println();
        out.println("Meritstream is up at " + url);
        out.println("  catalogue    " + url + "/achievements");
        out.println("  issuers      " + url + "/issuers/northgate and " + url + "/issuers/southbank");
        out.println("  deliveries   POST " + url + "/intake/northgate/canvas, " + url
                + "/intake/northgate/moodle/statements");
        out.println("  learners     " + url + "/learn (sign in as a learner, such as Amara Okafor)");
        out.println("  teachers     " + url + "/teach (sign in as a reviewer, a moderator or a registrar)");
        out.println("  staff        " + url + "/api/... with: deploy/quickstart.sh token registrar");
        if (address.tls()) {
            out.println("  authority    " + new Authority(data.tls()).certificateFile());
        }
        out.println("Next: deploy/quickstart.sh demo. To stop: deploy/quickstart.sh down (data stay in " + data.root()
                + ").");
    }

    private int demo() throws IOException, InterruptedException {
        up();
        PublicAddress address = installation().address();
        String credential = new Demo(data, Staff.of(data, address), out).play();
        return new Verification(repository, data, out).of(credential, address) ? 0 : 1;
    }

    private int post() throws IOException, InterruptedException {
        if (options.arguments().size() != 2) {
            throw new IllegalArgumentException("post needs a source and a file: post northgate/canvas FILE.");
        }
        Staff staff = Staff.of(data.create(), installation().address());
        Path file = Path.of(options.arguments().get(1));
        return new Post(data, staff, out, System.err).send(options.arguments().getFirst(), file) ? 0 : 1;
    }

    /** The address that the data carry already, or the one asked for. */
    private PublicAddress address() throws IOException {
        PublicAddress wanted = new PublicAddress(options.port().orElse(DEFAULT_PORT), options.tls());
        PublicAddress kept = PublicAddress.of(data).orElse(wanted);
        boolean asked = options.port().isPresent() || options.tls();
        boolean same = options.port().orElse(kept.port()) == kept.port() && (kept.tls() || !options.tls());
        if (asked && !same) {
            throw new Unavailable("The credentials in " + data.root() + " carry the address " + kept.url()
                    + ", which is fixed by their first issue: use that, or another --data.");
        }
        return kept;
    }

    private int down() throws IOException, InterruptedException {
        boolean stopped = data.exists() && Down.stop(data);
        out.println(
                stopped
                        ? "Meritstream is down; its data stay in " + data.root() + "."
                        : "Meritstream was not running.");
        return 0;
    }

    private int token() throws IOException {
        List<String> words = options.arguments();
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "token needs a role: learner, admin, operator, designer, registrar, auditor, reviewer or moderator.");
        }
        DevelopmentIssuer issuer = DevelopmentIssuer.of(data.create());
        out.println(
                words.getFirst().equals("learner")
                        ? issuer.learnerToken(learner(words), Instant.now())
                        : issuer.token(words.getFirst(), second(words).orElse(DEFAULT_TENANT), Instant.now()));
        return 0;
    }

    private static Persona learner(List<String> words) {
        String number = second(words)
                .orElseThrow(() -> new IllegalArgumentException(
                        "token learner needs a student number, such as NG-1001 or SB-1, and a tenant unless the learner is"
                                + " a seeded one."));
        String tenant = words.size() > 2 ? words.get(2) : DEFAULT_TENANT;
        return Personas.learner(number).orElseGet(() -> Persona.learner(tenant, number, number));
    }

    private static Optional<String> second(List<String> words) {
        return words.stream().skip(1).findFirst();
    }

    private Installation installation() throws IOException {
        PublicAddress address = PublicAddress.of(data).orElse(new PublicAddress(DEFAULT_PORT, false));
        return new Installation(repository, data, address);
    }
}
