package org.meritstream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.client.FakeProduct;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Unavailable;

/** How the demonstration ends when the product does not do what it should; that it succeeds is the journey's to show. */
final class DemoTest {
    private static final String ROSTER = "PUT /api/learners";

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
    void endsWithTheReasonWhenADeliveryIsNotMapped() throws Exception {
        String delivery = Json.object()
                .put("id", "d-1")
                .put("state", "PARKED")
                .put("reason", "bad-score")
                .put("explanation", "The score is not a number.")
                .toString();
        product.on(ROSTER, 200, "{}")
                .on("POST /intake/northgate/canvas", 200, Map.of("Meritstream-Delivery", "d-1"), "")
                .on("GET /api/intake/deliveries/d-1", 200, delivery);

        assertThatThrownBy(() -> demo().play())
                .isInstanceOf(Unavailable.class)
                .hasMessage("That delivery was parked, not mapped: bad-score: The score is not a number.");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Amara Okafor (NG-1001)")
                .endsWith("\ndelivery d-1 parked bad-score: The score is not a number.\n");
    }

    @Test
    void endsWithTheReasonWhenTheRosterIsRefused() throws Exception {
        product.on(ROSTER, 403, Json.object().put("detail", "Ask for the role.").toString());

        assertThatThrownBy(() -> demo().play())
                .isInstanceOf(Unavailable.class)
                .hasMessage("The roster was answered 403: Ask for the role.");
    }

    @Test
    void hasLearnersOfItsOwnEachTime() throws Exception {
        product.on(ROSTER, 403, "{}");
        Demo demo = demo();

        assertThatThrownBy(demo::play).isInstanceOf(Unavailable.class);
        assertThatThrownBy(demo::play).isInstanceOf(Unavailable.class);

        assertThat(product.bodies(ROSTER)).hasSize(2).doesNotHaveDuplicates();
    }

    private Demo demo() throws IOException {
        DataDirectory data = new DataDirectory(directory).create();
        return new Demo(data, product.staff(data), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
