package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PrivateFiles;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.seed.Sender;

/** Three learners, from what their LMS reports to a credential that others can verify; told step by step. */
public final class Demo {
    private static final String TENANT = "northgate";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int FOUND = 200;

    private final DataDirectory data;
    private final Api api;
    private final Courier courier;
    private final Consequences consequences;
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();

    public Demo(DataDirectory data, Staff staff, PrintStream out) {
        this.data = data;
        this.api = staff.of(TENANT);
        this.consequences = new Consequences(api, Consequences.FOR_A_DOSSIER);
        this.courier = new Courier(api, consequences);
        this.out = out;
    }

    /**
     * The address of the credential that was shared at the end. What every delivery became is printed last, in the lines that a script reads,
     * however it ends.
     */
    public String play() throws IOException, InterruptedException {
        try {
            return played();
        } finally {
            out.println();
            lines.forEach(out::println);
        }
    }

    private String played() throws IOException, InterruptedException {
        int run = nextRun();
        Person amara = Person.of(run, 1, "Amara Okafor", "en");
        Person benoit = Person.of(run, 2, "Benoît Lefèvre", "fr");
        Person chiara = Person.of(run, 3, "Chiara Rossi", "it");
        enrol(amara, benoit, chiara);
        passes(amara);
        resubmits(benoit);
        isApproved(chiara);
        Outcome.Credential stack = stacks(amara);
        share(stack);
        return stack.address();
    }

    private void passes(Person person) throws IOException, InterruptedException {
        title(person);
        canvas(person, 16, "Canvas: the data report is marked 16 of 20.");
        only(moodle(person, "Moodle: the module Reading figures is completed."), person);
    }

    private void resubmits(Person person) throws IOException, InterruptedException {
        title(person);
        moodle(person, "Moodle: the module Reading figures is completed.");
        canvas(person, 8, "Canvas: the data report is marked 8 of 20. That is a fail.");
        only(canvas(person, 15, "Canvas: it is submitted again and marked 15 of 20."), person);
    }

    private void isApproved(Person person) throws IOException, InterruptedException {
        title(person);
        exam(person);
    }

    /** Data literacy is held already; with research methods it makes a larger award, which nobody has to ask for. */
    private Outcome.Credential stacks(Person person) throws IOException, InterruptedException {
        title(person);
        say("She holds Data literacy. With Research methods it makes the award Evidence in practice.");
        Outcome earned = exam(person);
        String award = awaitAward(earned, "evidence-in-practice");
        say("Both are held: the award Evidence in practice is earned and conferred by itself.");
        Outcome.Credential stack = consequences.credential(award);
        tell(stack);
        return stack;
    }

    private Outcome exam(Person person) throws IOException, InterruptedException {
        long attempt = person.user();
        byte[] payload = Payloads.examMarked(person.number(), attempt, 41, Instant.now());
        Outcome earned = deliver("moodle", payload, "Moodle: the methods exam is marked 41 of 50.");
        say("The award is earned; this achievement is conferred after a registrar has approved it.");
        String award = awardOf(earned, "EARNED");
        api.post("/api/awards/" + award + "/approvals", Json.object()).orRefuse("The approval");
        say("The registrar approves.");
        awaitConferred(earned, award);
        tell(consequences.credential(award));
        return earned;
    }

    private Outcome canvas(Person person, int marks, String what) throws IOException, InterruptedException {
        return deliver("canvas", Payloads.reportMarked(person.number(), person.user(), marks, Instant.now()), what);
    }

    private Outcome moodle(Person person, String what) throws IOException, InterruptedException {
        return deliver("moodle", Payloads.moduleCompleted(person.number(), Instant.now()), what);
    }

    private Outcome deliver(String source, byte[] payload, String what) throws IOException, InterruptedException {
        say(what);
        Outcome outcome = courier.send(Sender.of(data, TENANT, source), payload);
        outcome.explanations().forEach(words -> out.println("      " + words));
        lines.addAll(outcome.lines());
        if (!outcome.state().equals("mapped")) {
            throw new Unavailable("That delivery was " + outcome.state() + ", not mapped: " + outcome.reason());
        }
        outcome.credentials().forEach(this::announce);
        return outcome;
    }

    private static void only(Outcome outcome, Person person) {
        if (outcome.credentials().size() != 1) {
            throw new Unavailable("One credential was expected for " + person.name() + ", "
                    + outcome.credentials().size() + " came.");
        }
    }

    private void tell(Outcome.Credential credential) {
        announce(credential);
        lines.add("credential " + credential.address());
        lines.add("claim " + credential.claim());
    }

    private void announce(Outcome.Credential credential) {
        say("A credential is signed and offered. The learner collects it at " + credential.claim());
    }

    private String awardOf(Outcome outcome, String state) throws IOException, InterruptedException {
        String learner = outcome.learners().getFirst();
        JsonNode awards =
                api.get("/api/awards?state=" + state + "&learner=" + learner).body();
        JsonNode listed = awards.isArray() ? awards : awards.path("awards");
        if (listed.isEmpty()) {
            throw new Unavailable("No award in the state " + state + " was found.");
        }
        return listed.path(0).path("id").asText();
    }

    /** The award of an achievement, once it is conferred. */
    private String awaitAward(Outcome outcome, String achievement) throws IOException, InterruptedException {
        String path =
                "/api/awards?state=CONFERRED&learner=" + outcome.learners().getFirst();
        List<String> found = new ArrayList<>();
        await("The award of " + achievement + " was not conferred", () -> {
            for (JsonNode award : api.get(path).body().path("awards")) {
                if (award.path("achievement").asText().equals(achievement)) {
                    found.add(award.path("id").asText());
                }
            }
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private void awaitConferred(Outcome outcome, String award) throws IOException, InterruptedException {
        String path =
                "/api/awards?state=CONFERRED&learner=" + outcome.learners().getFirst();
        await(
                "The award was not conferred",
                () -> api.get(path).body().toString().contains(award));
    }

    private void share(Outcome.Credential credential) throws IOException, InterruptedException {
        out.println();
        String path = "/api/wallet/offers/" + credential.id() + "/visibility";
        api.post(path, Json.object().put("visibility", "PUBLIC")).orRefuse("Sharing");
        String open = "/credentials/" + credential.id();
        await("The shared credential did not become public", () -> api.get(open).status() == FOUND);
        out.println("Amara shares the credential of the award: " + credential.address());
    }

    private void await(String otherwise, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new Unavailable(otherwise + " within " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Something that becomes true. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void enrol(Person... people) throws IOException, InterruptedException {
        ObjectNode roster = Json.object();
        for (Person person : people) {
            roster.withArray("/learners").add(person.row());
        }
        api.put("/api/learners", roster).orRefuse("The roster");
    }

    private int nextRun() throws IOException {
        Path counter = data.root().resolve("demo-runs");
        int run = Files.exists(counter)
                ? Integer.parseInt(Files.readString(counter).trim()) + 1
                : 1;
        PrivateFiles.write(counter, Integer.toString(run));
        return run;
    }

    private void title(Person person) {
        out.println();
        out.println(person.name() + " (" + person.number() + ")");
    }

    private void say(String sentence) {
        out.println("  " + sentence);
    }
}
