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

    public Verification(Path repository, DataDirectory data, PrintStream out) {
        this.journey = repository.resolve("deploy/journey");
        this.data = data;
        this.out = out;
    }

    /** Whether it was found valid; without Node, what is left to the reader is said loudly. */
    public boolean of(String address, PublicAddress product) throws IOException, InterruptedException {
        out.println();
        if (!nodeIsNewEnough() || !Files.exists(journey.resolve("verify.mjs"))) {
            out.println("NOT VERIFIED INDEPENDENTLY: that needs Node.js 20 or newer, and none was found.");
            out.println("The product's own verification is on the credential's page: " + address);
            return true;
        }
        if (!installed()) {
            out.println("NOT VERIFIED INDEPENDENTLY: the libraries in deploy/journey could not be installed (npm ci).");
            out.println("The product's own verification is on the credential's page: " + address);
            return true;
        }
        out.println("Independent verification (Node.js, Digital Bazaar's libraries):");
        out.flush();
        ProcessBuilder verifier = new ProcessBuilder(
                        "node", journey.resolve("verify.mjs").toString(), address)
                .directory(journey.toFile())
                .inheritIO();
        if (product.tls()) {
            Path authority = new Authority(data.tls()).certificateFile();
            verifier.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
        }
        return verifier.start().waitFor() == 0;
    }

    /** Whether the verifier's libraries are there; the first time they are fetched, at the versions of the lock file. */
    private boolean installed() throws IOException, InterruptedException {
        if (Files.isDirectory(journey.resolve("node_modules"))) {
            return true;
        }
        out.println("Fetching the verifier's libraries (once)");
        Process install = new ProcessBuilder("npm", "ci", "--silent", "--no-audit", "--no-fund")
                .directory(journey.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return install.waitFor() == 0;
    }

    private static boolean nodeIsNewEnough() throws InterruptedException {
        Optional<String> version = output("node", "--version");
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
