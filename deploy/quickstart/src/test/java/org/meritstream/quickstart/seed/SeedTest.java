package org.meritstream.quickstart.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.client.FakeProduct;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Unavailable;

/** The demonstration institutions are put in once, and what is there stays as it is. */
final class SeedTest {
    private static final int MISSING = 404;
    private static final int FOUND = 200;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private FakeProduct product;

    @BeforeEach
    void start() throws IOException {
        product = new FakeProduct();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void putsInEverythingThatIsMissing() throws Exception {
        everything(MISSING);

        plant();

        assertThat(product.asked())
                .contains(
                        "PUT /api/issuers/northgate",
                        "PUT /api/issuers/southbank",
                        "PUT /api/sources/canvas",
                        "POST /api/achievements",
                        "POST /api/achievements/data-literacy/versions",
                        "POST /api/achievements/research-methods/versions",
                        "POST /api/achievements/evidence-in-practice/versions",
                        "POST /api/achievements/field-report/versions",
                        "POST /api/achievements/academic-writing/versions");
        assertThat(product.bodies("PUT /api/sources/canvas"))
                .hasSize(1)
                .allMatch(source -> source.contains("\"kty\":\"RSA\"") && !source.contains("\"d\":"));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(Institution.ALL.size());
    }

    /** What a newcomer needs to see the pages of learners and assessors at work. */
    @Test
    void hasAnAchievementThatAsksForWorkAndSomebodyWhoReadsIt() {
        assertThat(Institution.NORTHGATE.achievement("field-report").findValuesAsText("kind"))
                .contains("artifact", "review");
        assertThat(Personas.all())
                .filteredOn(one -> one.tenant().equals("northgate"))
                .anyMatch(one -> one.roles().contains("reviewer"))
                .anyMatch(one -> one.studentNumber() != null);
    }

    @Test
    void publishesNoStackBeforeItsComponentsAreThere() throws Exception {
        everything(MISSING);

        plant();

        List<String> asked = product.asked();
        assertThat(asked.indexOf("POST /api/achievements/evidence-in-practice/versions"))
                .isGreaterThan(asked.lastIndexOf("GET /achievements/northgate.data-literacy/1"))
                .isGreaterThan(asked.lastIndexOf("GET /achievements/northgate.research-methods/1"));
    }

    @Test
    void leavesWhatIsThereAsItIs() throws Exception {
        everything(FOUND);

        plant();

        assertThat(product.asked()).filteredOn(what -> !what.startsWith("GET ")).containsOnly("PUT /api/learners");
    }

    @Test
    void saysWhyAnAchievementWasNotPublished() {
        product.on(
                "POST /api/achievements/data-literacy/versions",
                202,
                Json.object()
                        .put("state", "refused")
                        .set("problem", Json.object().put("detail", "The threshold is above 1."))
                        .toString());
        everything(MISSING);

        assertThatThrownBy(this::plant)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Publishing data-literacy was refused: The threshold is above 1.");
    }

    @Test
    void saysWhatWasRefusedAndWhy() {
        product.on("GET /api/issuers/northgate", MISSING, "{}")
                .on(
                        "PUT /api/issuers/northgate",
                        400,
                        Json.object().put("detail", "The url is not one.").toString());

        assertThatThrownBy(this::plant)
                .isInstanceOf(Unavailable.class)
                .hasMessage("The issuer northgate was answered 400: The url is not one.");
    }

    private void everything(int status) {
        for (Institution institution : Institution.ALL) {
            product.on("GET /api/issuers/" + institution.tenant(), status, "{}")
                    .on("PUT /api/issuers/" + institution.tenant(), FOUND, "{}");
            institution.achievements().forEach(name -> achievement(institution.tenant(), name, status));
        }
        for (String source : new String[] {"canvas", "moodle"}) {
            product.on("GET /api/sources/" + source, status, "{}").on("PUT /api/sources/" + source, FOUND, "{}");
        }
        product.on("PUT /api/learners", FOUND, "{}").on("POST /api/achievements", 201, "{}");
    }

    private void achievement(String tenant, String name, int status) {
        String published = "GET /achievements/" + tenant + "." + name + "/1";
        product.on("GET /api/achievements/" + name, status, "{}")
                .on(published, status, "{}")
                .on(published, FOUND, "{}")
                .on("POST /api/achievements/" + name + "/versions", 202, "{}");
    }

    private void plant() throws IOException, InterruptedException {
        DataDirectory data = new DataDirectory(directory).create();
        new Seed(data, product.staff(data), new PrintStream(printed, true, StandardCharsets.UTF_8)).plant();
    }
}
