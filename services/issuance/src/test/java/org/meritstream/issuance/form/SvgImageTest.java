package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgImageTest {

    @Test
    void saysWhatItShowsToWhoDoesNotSeeIt() throws Exception {
        Document image = read(SvgImage.of(BadgeFaces.dataLiteracy()));

        assertThat(texts(image, "title")).containsExactly("Data Literacy");
        assertThat(texts(image, "desc"))
                .containsExactly(
                        "A seal with the words: Data Literacy, Micro-credential, by Northgate University, 3.5 ECTS.");
        assertThat(image.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(texts(image, "text")).contains("NU", "Northgate University", "Micro-credential", "3.5 ECTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</svg><script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "]]>&xxe;<!-- ' \" -->",
                "\u0000\u0008\uFFFF\u202Eevil\uD800"
            })
    void showsAHostileNameAsText(String hostile) throws Exception {
        BadgeFace face = new BadgeFace(hostile, hostile, hostile, hostile, Palette.of(hostile), hostile);

        Document image = read(SvgImage.of(face));

        assertThat(names(image)).containsOnly("svg", "title", "desc", "defs", "linearGradient", "stop", "path", "text");
        keep("hostile-" + hostile.length(), SvgImage.of(face));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grundlagen der Rechtsvergleichung und internationalen Schiedsgerichtsbarkeit im Wirtschaftsverwaltungsrecht",
                "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
                "データリテラシー入門講座データリテラシー入門講座",
                "การรู้เท่าทันข้อมูลสำหรับผู้เริ่มต้นเรียนรู้ข้อมูล",
                "محو أمية البيانات للمبتدئين في الجامعة وخارجها"
            })
    void wrapsALongNameWithinTheSeal(String name) throws Exception {
        List<Mark.Words> lines = words(BadgeFaces.named(name, "en"));

        assertThat(String.join("", lines.stream().map(Mark.Words::text).toList())
                        .replace(" ", ""))
                .contains(name.replace(" ", ""));
        assertThat(lines).allSatisfy(line -> {
            double half = Typeface.of(line.bold()).width(line.text()) * line.size() / 2;
            assertThat(half).isLessThan(190);
        });
        keep("long-" + name.length(), SvgImage.of(BadgeFaces.named(name, "en")));
    }

    @Test
    void cutsWhatHasNoEnd() throws Exception {
        String endless = "Word ".repeat(20_000);

        String image = SvgImage.of(BadgeFaces.named(endless, "en"));

        assertThat(words(BadgeFaces.named(endless, "en")))
                .hasSizeLessThan(16)
                .anyMatch(line -> line.text().endsWith("…"));
        assertThat(read(image)).isNotNull();
    }

    @Test
    void givesEachIssuerColoursOfItsOwnAndOneAlwaysTheSame() {
        String northgate = SvgImage.of(BadgeFaces.of("Northgate University", "did:web:northgate.example"));
        String lakeside = SvgImage.of(BadgeFaces.of("Northgate University", "did:web:lakeside.example"));

        assertThat(northgate).isNotEqualTo(lakeside);
        assertThat(SvgImage.of(BadgeFaces.of("Northgate University", "did:web:northgate.example")))
                .isEqualTo(northgate);
    }

    @Test
    void isReadableInTheColoursOfEveryIssuer() {
        IntStream.range(0, 2_000).mapToObj(i -> Palette.of("did:web:" + i)).forEach(colours -> {
            assertThat(Palette.contrast(colours.deep(), colours.paper())).isGreaterThan(7);
            assertThat(Palette.contrast(colours.deep(), Palette.WHITE)).isGreaterThan(7);
            assertThat(Palette.contrast(colours.bright(), Palette.WHITE)).isGreaterThan(4.5);
        });
    }

    private static List<Mark.Words> words(BadgeFace face) {
        return BadgeImage.of(face).stream()
                .flatMap(mark -> mark instanceof Mark.Words words ? Stream.of(words) : Stream.empty())
                .toList();
    }

    private static Document read(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document image, String tag) {
        return elements(image, tag).map(Element::getTextContent).toList();
    }

    private static List<String> names(Document image) {
        return elements(image, "*").map(Element::getLocalName).distinct().toList();
    }

    private static Stream<Element> elements(Document image, String tag) {
        NodeList found = image.getElementsByTagNameNS("*", tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    /** To be looked at. */
    private static void keep(String name, String svg) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "forms")).resolve(name + ".svg"), svg);
    }
}
