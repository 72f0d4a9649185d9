package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;

/** Collects what is wrong with a definition, place by place. */
final class Faults {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,98}[a-z0-9])?");
    private static final int MOST_DIGITS = 12;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final List<Fault> found = new ArrayList<>();

    List<Fault> found() {
        return List.copyOf(found);
    }

    void unless(boolean right, String pointer, String detail) {
        if (!right) {
            found.add(new Fault(pointer, detail));
        }
    }

    void text(@Nullable String text, String pointer, int longest) {
        boolean right = text != null && !text.isBlank() && text.length() <= longest;
        unless(right, pointer, "has 1 to " + longest + " characters, not all of them spaces");
    }

    void optionalText(@Nullable String text, String pointer, int longest) {
        if (text != null) {
            text(text, pointer, longest);
        }
    }

    void slug(String text, String pointer) {
        unless(
                SLUG.matcher(text).matches(),
                pointer,
                "has 1 to 100 characters a-z, 0-9, - and _, a letter or digit first and last");
    }

    void number(BigDecimal number, BigDecimal least, BigDecimal most, String pointer) {
        boolean sane = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        unless(
                sane && number.compareTo(least) >= 0 && number.compareTo(most) <= 0,
                pointer,
                "is between " + least.toPlainString() + " and " + most.toPlainString() + ", with 12 digits at most");
    }

    /** A time that people mean; others neither fit a store nor a calendar. */
    void time(@Nullable Instant time, String pointer) {
        boolean right = time == null || (!time.isBefore(EARLIEST) && time.isBefore(LATEST));
        unless(right, pointer, "lies in the years 1970 to 2999");
    }

    /** An absolute address; {@code javascript:} and the like would end up as links on a page. */
    void address(String text, String pointer) {
        unless(isAddress(text), pointer, "is an absolute http or https address of 2000 characters at most");
    }

    /** An address whose answer nobody on the way can read or change. */
    void secureAddress(String text, String pointer) {
        unless(
                text.startsWith("https:") && isAddress(text),
                pointer,
                "is an absolute https address of 2000 characters at most");
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && text.length() <= 2000;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
