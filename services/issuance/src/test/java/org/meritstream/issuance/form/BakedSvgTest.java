package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;

class BakedSvgTest {
    private static final String SVG = SvgImage.of(BadgeFaces.dataLiteracy());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJFZERTQSJ9.e30.c2ln",
                "{\"name\":\"Grüße, 数据, \uD83C\uDF93\"}",
                "{\"a\":\"]]> </svg> &lt; ]]>\"}"
            })
    void givesBackToTheByteWhatWasBakedIn(String credential) {
        assertThat(BakedSvg.text(BakedSvg.bake(SVG, credential))).isEqualTo(new Baked.Text(credential));
    }

    @Test
    void givesBackASignedCredential() {
        String signed = SignedFixture.credential();

        assertThat(BakedSvg.text(BakedSvg.bake(SVG, signed))).isEqualTo(new Baked.Text(signed));
    }

    @Test
    void isWrittenAsTheStandardSays() {
        assertThat(BakedSvg.bake(SVG, "{}"))
                .startsWith("<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" ")
                .containsOnlyOnce("<openbadges:credential><![CDATA[{}]]></openbadges:credential>");
        assertThat(BakedSvg.bake(SVG, "a.b.c")).containsOnlyOnce("<openbadges:credential verify=\"a.b.c\"/>");
    }

    @Test
    void bakesNoSecondCredentialIn() {
        String baked = BakedSvg.bake(SVG, "{}");

        assertThatThrownBy(() -> BakedSvg.bake(baked, "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg/>",
                "<html/>",
                "<svg xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"><o:credential>{}</o:credential><o:credential>{}</o:credential></svg>",
                "<svg xmlns:o=\"https://example.org\"><o:credential>{}</o:credential></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><svg xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"><o:credential>&x;</o:credential></svg>"
            })
    void takesNoneWhereThereIsNotExactlyOne(String svg) {
        assertThat(BakedSvg.text(svg)).isInstanceOf(Baked.None.class);
    }
}
