package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.rdf.nquads.NQuadsReader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.Resources;

/** The official vectors of the two canonical forms: RDFC-1.0 and JCS (see vectors/SOURCES.md). */
class CanonicalFormVectorsTest {
    /** A machine may be busy with other things. */
    private static final Duration LONG = Duration.ofSeconds(60);

    static Stream<Arguments> rdfCases() {
        return Json.createReader(new StringReader(Resources.text("/vectors/rdfc10/cases.json")))
                .readArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(each -> Arguments.of(each.getString("id"), each));
    }

    @ParameterizedTest(name = "RDFC-1.0 {0}")
    @MethodSource("rdfCases")
    void canonicalizesRdf(String id, JsonObject each) throws Exception {
        Digest digest = Digest.valueOf(each.getString("hashAlgorithm", "SHA256").replace("SHA", "SHA_"));
        boolean endless = each.getString("type").equals("RDFC10NegativeEvalTest");
        RdfDataset dataset = new RdfDataset(digest.begun(), endless ? Patience.usual() : patience());
        new NQuadsReader(new StringReader(rdf(each.getString("action")))).provide(dataset);

        switch (each.getString("type")) {
            case "RDFC10EvalTest" -> assertThat(dataset.canonical()).as(id).isEqualTo(rdf(each.getString("result")));
            case "RDFC10MapTest" -> {
                dataset.canonical();
                assertThat(bare(dataset.names())).isEqualTo(map(each.getString("result")));
            }
            case "RDFC10NegativeEvalTest" ->
                assertThatThrownBy(dataset::canonical).isInstanceOf(IllegalStateException.class);
            default -> throw new IllegalArgumentException(each.getString("type"));
        }
    }

    /** The official cases do not have them: alike nodes that are mentioned several times in a graph without a name. */
    @Test
    void canonicalizesAlikeNodesAsOthersDo() throws Exception {
        List<JsonObject> cases = Json.createReader(new StringReader(Resources.text("/vectors/rdf-canonize/cases.json")))
                .readArray()
                .getValuesAs(JsonObject.class);

        assertThat(cases).hasSize(304);
        for (JsonObject each : cases) {
            RdfDataset dataset = new RdfDataset(Digest.SHA_256.begun(), patience());
            new NQuadsReader(new StringReader(each.getString("action"))).provide(dataset);

            assertThat(dataset.canonical()).isEqualTo(each.getString("result"));
        }
    }

    @Test
    void ordersByCodePoints() {
        RdfDataset dataset = new RdfDataset(Digest.SHA_256.begun(), patience());
        String string = "http://www.w3.org/2001/XMLSchema#string";
        dataset.quad("urn:s", "urn:p", "\uD842\uDFB7", string, null, null, null);
        dataset.quad("urn:s", "urn:p", "\uFF76", string, null, null, null);

        assertThat(dataset.canonical()).isEqualTo("<urn:s> <urn:p> \"\uFF76\" .\n<urn:s> <urn:p> \"\uD842\uDFB7\" .\n");
    }

    /** A ring of alike nodes: a stack of calls, or the heap, would not bear it. */
    @Test
    void goesNoWayThatIsTooLong() {
        RdfDataset dataset = new RdfDataset(Digest.SHA_256.begun(), patience());
        for (int at = 0; at < 5_000; at++) {
            dataset.quad("_:n" + at, "urn:next", "_:n" + (at + 1) % 5_000, null, null, null, null);
        }

        assertThatThrownBy(dataset::canonical).isInstanceOf(TooHard.class);
    }

    @ParameterizedTest(name = "JCS {0}")
    @CsvSource({"french", "weird"})
    void canonicalizesJson(String name) {
        JsonObject input = SecuredDocument.parse(Resources.text("/vectors/jcs/input/" + name + ".json"));

        assertThat(JsonCanonicalization.canonical(input))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        Resources.text("/vectors/jcs/output/" + name + ".json").strip());
    }

    @ParameterizedTest(name = "JCS {0} in an object")
    @CsvSource("arrays")
    void canonicalizesAnArrayInsideAnObject(String name) {
        JsonObject input =
                SecuredDocument.parse("{\"a\":" + Resources.text("/vectors/jcs/input/" + name + ".json") + "}");

        assertThat(JsonCanonicalization.canonical(input))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":"
                        + Resources.text("/vectors/jcs/output/" + name + ".json")
                                .strip() + "}");
    }

    /** RFC 8785, section 3.2.2.3 and appendix B: what the other library got wrong. */
    @ParameterizedTest(name = "JCS {0} is {1}")
    @CsvSource({
        "1e-7, 1e-7",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "123456789012345678901234567890, 1.2345678901234568e+29",
        "333333333.33333329, 333333333.3333333",
        "1E30, 1e+30",
        "4.50, 4.5",
        "-0, 0",
        "5e-324, 5e-324"
    })
    void canonicalizesNumbers(String number, String canonical) {
        assertThat(JsonCanonicalization.canonical(SecuredDocument.parse("{\"n\":" + number + "}")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"n\":" + canonical + "}");
    }

    private static Map<String, String> bare(Map<String, String> mapping) {
        Map<String, String> bare = new TreeMap<>();
        mapping.forEach((from, to) -> bare.put(from.replace("_:", ""), to.replace("_:", "")));
        return bare;
    }

    private static Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        JsonObject expected = Json.createReader(new StringReader(rdf(name))).readObject();
        expected.keySet().forEach(key -> map.put(key, expected.getString(key)));
        return map;
    }

    private static String rdf(String name) {
        return Resources.text("/vectors/rdfc10/" + name);
    }

    /** What no case needs, however busy the machine is. */
    private static Patience patience() {
        return new Patience(LONG, LONG);
    }
}
