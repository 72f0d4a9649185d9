package org.meritstream.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final String DARK = "@media (prefers-color-scheme: dark)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ink paper", "ink sheet", "quiet paper", "quiet sheet", "accent paper", "accent sheet",
                "accent-ink accent", "good good-sheet", "bad bad-sheet", "unsure unsure-sheet", "good paper",
                        "bad paper"
            })
    void textIsLegibleInBothColourSchemes(String pair) {
        String[] names = pair.split(" ", -1);
        for (Map<String, String> scheme : schemes()) {
            assertThat(contrast(scheme, names)).as(pair).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge paper", "edge sheet", "accent paper"})
    void controlsStandOutInBothColourSchemes(String pair) {
        for (Map<String, String> scheme : schemes()) {
            assertThat(contrast(scheme, pair.split(" ", -1))).as(pair).isGreaterThanOrEqualTo(3);
        }
    }

    private static List<Map<String, String>> schemes() {
        String css = Stylesheet.text();
        int dark = css.indexOf(DARK);
        return List.of(colours(css.substring(0, dark)), colours(css.substring(dark)));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    /** WCAG 2.2, definition of contrast ratio. */
    private static double contrast(Map<String, String> scheme, String[] names) {
        double one = luminance(scheme.getOrDefault(names[0], ""));
        double other = luminance(scheme.getOrDefault(names[1], ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, definition of relative luminance. */
    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
