package org.meritstream.proving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One document in Markdown: what it leads to, what leads into it, and what it shows as code. */
record Markdown(Path file, List<String> prose, List<String> fenced) {
    private static final String FENCE = "```";
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

    static Markdown read(Path file) {
        List<String> prose = new ArrayList<>();
        List<String> fenced = new ArrayList<>();
        boolean code = false;
        for (String line : lines(file)) {
            if (line.strip().startsWith(FENCE)) {
                code = !code;
            } else {
                (code ? fenced : prose).add(line);
            }
        }
        return new Markdown(file, prose, fenced);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links lead, but for those that lead out of the repository. */
    List<String> links() {
        String text = CODE.matcher(String.join("\n", prose)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /** The links that lead nowhere: to no file, or to no heading of it. */
    List<String> broken() {
        return links().stream().filter(link -> !leads(link)).toList();
    }

    private boolean leads(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        boolean there = Files.exists(target);
        return there && (parts.length == 1 || read(target).anchors().contains(parts[1]));
    }

    /** The names that GitHub gives its headings; the second of a kind has a number. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        for (String line : prose) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = anchor(heading.group(1));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    /** Everything that it shows as code, a line each. */
    List<String> code() {
        Stream<String> inline = CODE.matcher(String.join("\n", prose)).results().map(found -> found.group(1));
        return Stream.concat(inline, fenced.stream()).toList();
    }

    /** The matches of a pattern in what it shows as code. */
    Stream<MatchResult> shown(Pattern pattern) {
        return code().stream().flatMap(line -> pattern.matcher(line).results());
    }
}
