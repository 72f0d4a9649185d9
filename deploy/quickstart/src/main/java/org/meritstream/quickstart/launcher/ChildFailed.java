package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A child ended before it was ever ready. */
final class ChildFailed extends Exception {
    private static final int LINES = 12;
    /** Never the reason: the places of a stack trace, empty lines, what a JVM says of the archive it makes while it ends. */
    private static final Pattern NOISE =
            Pattern.compile("^\\s+at |^\\s+\\.\\.\\. \\d+ more|^\\s*$|AOT ?C|JAVA_TOOL_OPTIONS|temporary AOT");

    private final transient Path log;

    ChildFailed(String name, int code, Path log) {
        super(name + " ended with code " + code + " before it was ready");
        this.log = log;
    }

    /** The last of what it said, without stack traces; the whole is in its log. */
    List<String> lastWords() {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !NOISE.matcher(line).find())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of("(" + log + " cannot be read)");
        }
    }

    Path log() {
        return log;
    }
}
