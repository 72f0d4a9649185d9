package org.meritstream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.quickstart.client.FakeProduct;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Unavailable;

/** What {@code deploy/quickstart.sh post} prints and how it ends. */
final class PostTest {
    private static final String INTAKE = "POST /intake/northgate/moodle/statements";
    private static final String DELIVERY = "GET /api/intake/deliveries/d-1";
    private static final String NO_DOSSIERS = "{\"dossiers\":[]}";
    private static final String ACCEPTED_AS = "Meritstream-Delivery";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Duration patience = Consequences.FOR_A_DOSSIER;
    private FakeProduct product;
    private DataDirectory data;
    private Path payload;

    @BeforeEach
    void start() throws IOException {
        product = new FakeProduct();
        data = new DataDirectory(directory.resolve("data")).create();
        payload = Files.writeString(directory.resolve("payload.json"), "[ {} ]");
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void printsTheDeliveryItsCredentialAndItsClaimLink() throws Exception {
        product.on(INTAKE, 200, Map.of(ACCEPTED_AS, "d-1"), "[]")
                .on(DELIVERY, 200, json("delivery-received"))
                .on(DELIVERY, 200, json("delivery-mapped"))
                .on("GET /api/dossiers?delivery=d-1", 200, json("dossiers"))
                .on("GET /api/awards?event=e-1", 200, json("awards"))
                .on("GET /api/credentials?award=a-1", 200, json("credentials"))
                .on("GET /api/wallet/offers?credential=c-1", 200, json("offers"))
                .on("POST /api/wallet/offers/c-1/links", 201, json("link"));

        assertThat(post("northgate/moodle")).isTrue();

        assertThat(lines())
                .containsExactly(
                        "delivery d-1 mapped assessment.completed.v1",
                        "credential https://badges.example/credentials/c-1",
                        "claim https://badges.example/claim/secret");
        assertThat(product.bodies(INTAKE)).as("as it stands in the file").containsExactly("[ {} ]");
        assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void saysOnStandardErrorWhenNoDossierChanged() throws Exception {
        product.on(INTAKE, 200, Map.of(ACCEPTED_AS, "d-1"), "[]")
                .on(DELIVERY, 200, json("delivery-mapped"))
                .on("GET /api/dossiers?delivery=d-1", 200, NO_DOSSIERS);
        patience = Duration.ofMillis(50);

        assertThat(post("moodle")).isTrue();

        assertThat(lines()).containsExactly("delivery d-1 mapped assessment.completed.v1");
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .startsWith("No dossier changed within 0 s")
                .endsWith("logs evidence.\n");
    }

    @Test
    void waitsForADossierThatIsSlowToCome() throws Exception {
        product.on(INTAKE, 200, Map.of(ACCEPTED_AS, "d-1"), "[]").on(DELIVERY, 200, json("delivery-mapped"));
        String dossiers = "GET /api/dossiers?delivery=d-1";
        product.on(dossiers, 200, NO_DOSSIERS).on(dossiers, 200, NO_DOSSIERS).on(dossiers, 200, json("dossiers"));

        assertThat(post("moodle")).isTrue();

        assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IGNORED, verb-not-used, Not used.",
        "PARKED, unknown-email, Nobody has it.",
        "DUPLICATE, duplicate, It arrived before."
    })
    void printsWhyNothingCameOfIt(String state, String code, String sentence) throws Exception {
        String delivery = Json.object()
                .put("id", "d-1")
                .put("state", state)
                .put("reason", code)
                .put("explanation", sentence)
                .toString();
        product.on(INTAKE, 200, Map.of(ACCEPTED_AS, "d-1"), "[]").on(DELIVERY, 200, delivery);

        assertThat(post("moodle")).isTrue();

        assertThat(lines())
                .containsExactly("delivery d-1 " + state.toLowerCase(Locale.ROOT) + " " + code + ": " + sentence);
        assertThat(product.asked()).as("nothing else to ask for").containsExactly(INTAKE, DELIVERY);
    }

    @Test
    void printsTheRefusalInOneLineAndFails() throws Exception {
        product.on(
                INTAKE,
                400,
                Json.object().put("detail", "Statement 1\nhas no actor.").toString());

        assertThat(post("moodle")).isFalse();

        assertThat(lines()).containsExactly("delivery - refused Statement 1 has no actor.");
    }

    @Test
    void asksAgainWhileAServiceIsAwayForAMoment() throws Exception {
        product.on(INTAKE, 503, "{}").on(INTAKE, 400, "{}");

        assertThat(post("moodle")).isFalse();

        assertThat(lines()).containsExactly("delivery - refused HTTP status 400");
        assertThat(product.asked()).containsExactly(INTAKE, INTAKE);
    }

    @Test
    void saysWhatToRunWhenNothingAnswers() throws Exception {
        Staff staff = product.staff(data);
        product.close();

        assertThatThrownBy(() -> new Post(data, staff, out(), out()).send("moodle", payload))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("run deploy/quickstart.sh up first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"northgate/blackboard", "blackboard", "nowhere/canvas", "southbank/canvas", "/", ""})
    void namesTheSourcesThatThereAre(String source) {
        assertThatThrownBy(() -> post(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are northgate/canvas, northgate/moodle and southbank/moodle");
        assertThat(product.asked()).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        payload = directory.resolve("nothing.json");

        assertThatThrownBy(() -> post("moodle"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("There is no file " + payload + ".");
        assertThat(product.asked()).isEmpty();
    }

    @Test
    void saysThatADirectoryCanNotBeRead() {
        payload = directory;

        assertThatThrownBy(() -> post("moodle"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("The file " + payload + " can not be read");
    }

    private boolean post(String source) throws IOException, InterruptedException {
        PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);
        return new Post(data, product.staff(data), out(), err, patience).send(source, payload);
    }

    private static String json(String name) {
        return Json.resource(PostTest.class, name + ".json").toString();
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
