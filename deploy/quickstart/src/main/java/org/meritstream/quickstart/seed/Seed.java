package org.meritstream.quickstart.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.client.Reply;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Unavailable;

/** Puts the demonstration institutions in, each part only where it is missing: what is there already stays as it is. */
public final class Seed {
    private static final int FOUND = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DataDirectory data;
    private final Staff staff;
    private final PrintStream out;

    public Seed(DataDirectory data, Staff staff, PrintStream out) {
        this.data = data;
        this.staff = staff;
        this.out = out;
    }

    /** Returns when everything is in and the achievements are published. */
    public void plant() throws IOException, InterruptedException {
        for (Institution institution : Institution.ALL) {
            Api api = staff.of(institution.tenant());
            issuer(institution, api);
            sources(institution, api);
            api.put("/api/learners", institution.learners()).orRefuse("The roster of " + institution.tenant());
            for (String achievement : institution.achievements()) {
                achievement(institution, achievement, api);
                awaitPublished(institution, achievement, api);
            }
            out.println("  " + institution.issuer().path("name").asText() + " is there");
        }
    }

    private void issuer(Institution institution, Api api) throws IOException, InterruptedException {
        String path = "/api/issuers/" + institution.tenant();
        if (api.get(path).status() != FOUND) {
            api.put(path, institution.issuer()).orRefuse("The issuer " + institution.tenant());
        }
    }

    private void sources(Institution institution, Api api) throws IOException, InterruptedException {
        for (String name : institution.sources()) {
            String path = "/api/sources/" + name;
            if (api.get(path).status() != FOUND) {
                ObjectNode source = institution.source(name);
                Sender.of(data, institution.tenant(), name).complete(source);
                api.put(path, source).orRefuse("The source " + institution.tenant() + "/" + name);
            }
        }
    }

    private static void achievement(Institution institution, String name, Api api)
            throws IOException, InterruptedException {
        String path = "/api/achievements/" + name;
        if (api.get(path).status() != FOUND) {
            api.post("/api/achievements", institution.achievement(name)).orRefuse("The achievement " + name);
        }
        if (api.get(publicPath(institution, name)).status() != FOUND) {
            Reply reply = api.post(path + "/versions", Json.object()).orRefuse("Publishing " + name);
            if (reply.body().path("state").asText().equals("refused")) {
                throw new Unavailable("Publishing " + name + " was refused: "
                        + reply.body().path("problem").path("detail").asText());
            }
        }
    }

    private static void awaitPublished(Institution institution, String name, Api api)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (api.get(publicPath(institution, name)).status() != FOUND) {
            if (System.nanoTime() > end) {
                throw new Unavailable(
                        "The achievement " + name + " was not published within " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static String publicPath(Institution institution, String achievement) {
        return "/achievements/" + institution.tenant() + "." + achievement + "/1";
    }
}
