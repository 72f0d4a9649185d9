package org.meritstream.quickstart.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.gateway.Authority;

/** Has a credential verified by software that is not ours: the journey's verifier, on Node with Digital Bazaar's libraries. */
public final class Verification {
    private static final int OLDEST_NODE = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

    private final Path journey;
    private final DataDirectory data;
    private final PrintStream out;
    private final Programs programs;

    public Verification(Path repository, DataDirectory data, PrintStream out) {
        this(repository, data, out, new Programs("node", "npm"));
    }

    Verification(Path repository, DataDirectory data, PrintStream out, Programs programs) {
        this.journey = repository.resolve("deploy/journey");
        this.data = data;
        this.out = out;
        this.programs = programs;
    }

    /** By which names Node and its package manager are called. A machine may have one without the other: Debian packages them apart. */
    record Programs(String node, String npm) {}

    /** Whether it was found valid; without Node or the libraries, what is left to the reader is said loudly. */
    public boolean of(String address, PublicAddress product) throws IOException, InterruptedException {
        out.println();
        if (!nodeIsNewEnough() || !Files.exists(journey.resolve("verify.mjs"))) {
            return notVerified("that needs Node.js 20 or newer, and none was found.", address);
        }
        if (!installed()) {
            return notVerified("the libraries in deploy/journey could not be installed (npm ci).", address);
        }
        out.println("Independent verification (Node.js, Digital Bazaar's libraries):");
        out.flush();
        ProcessBuilder verifier = new ProcessBuilder(
                        programs.node(), journey.resolve("verify.mjs").toString(), address)
                .directory(journey.toFile())
                .inheritIO();
        if (product.tls()) {
            Path authority = new Authority(data.tls()).certificateFile();
            verifier.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
        }
        return verifier.start().waitFor() == 0;
    }

    private boolean notVerified(String why, String address) {
        out.println("NOT VERIFIED INDEPENDENTLY: " + why);
        out.println("The product's own verification is on the credential's page: " + address);
        return true;
    }

    /**
     * Whether the verifier's libraries are there; the first time they are fetched, at the versions of the lock file. npm writes its own
     * list last, so a folder without one is what an interrupted fetch left.
     */
    private boolean installed() throws InterruptedException {
        if (Files.exists(journey.resolve("node_modules/.package-lock.json"))) {
            return true;
        }
        out.println("Fetching the verifier's libraries (once)");
        ProcessBuilder install = new ProcessBuilder(programs.npm(), "ci", "--silent", "--no-audit", "--no-fund")
                .directory(journey.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return install.start().waitFor() == 0;
        } catch (IOException noNpm) {
            return false;
        }
    }

    private boolean nodeIsNewEnough() throws InterruptedException {
        Optional<String> version = output(programs.node(), "--version");
        Matcher major = VERSION.matcher(version.orElse(""));
        return major.matches() && Integer.parseInt(major.group(1)) >= OLDEST_NODE;
    }

    private static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
