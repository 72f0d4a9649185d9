package org.meritstream.proving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of a checkout that a document names, and what of them is not there. */
final class Commands {
    private static final Pattern SCRIPT =
            Pattern.compile("(?:^|[\\s(])((?:\\.?[\\w-]+/)+[\\w-]+\\.sh|\\.ci/run)(?: ([a-z][a-z-]*))?([^)]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
    private static final Pattern MAVEN = Pattern.compile("(?:^|\\s)\\./mvnw\\b(.*)");
    private static final Pattern MODULES = Pattern.compile("-pl ([\\w/,-]+)");
    private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");
    private static final Pattern CLASS = Pattern.compile("^(org(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+)$");

    private final Path root;
    private final Set<String> classes;

    Commands(Path root) {
        this.root = root;
        this.classes = classes(root);
    }

    /** What this document names and nobody has: scripts, their commands and options, modules, tests, classes. */
    List<String> missing(Markdown document) {
        List<String> missing = new ArrayList<>();
        document.shown(SCRIPT).forEach(found -> {
            Path script = root.resolve(found.group(1));
            if (!Files.isExecutable(script)) {
                missing.add(found.group(1));
                return;
            }
            String text = text(script);
            if (found.group(2) != null && !takes(text, found.group(2))) {
                missing.add(found.group(1) + " " + found.group(2));
            }
            OPTION.matcher(found.group(3))
                    .results()
                    .map(option -> option.group())
                    .filter(option -> !text.contains(option))
                    .forEach(option -> missing.add(found.group(1) + " " + option));
        });
        document.shown(MAVEN).map(found -> found.group(1)).forEach(words -> {
            modules(words).filter(this::noModule).forEach(missing::add);
            TEST.matcher(words)
                    .results()
                    .map(test -> test.group(1))
                    .filter(test -> classes.stream().noneMatch(name -> name.endsWith("." + test)))
                    .forEach(missing::add);
        });
        document.shown(CLASS)
                .map(found -> found.group(1))
                .filter(name -> name.startsWith("org.meritstream.") && !classes.contains(name))
                .forEach(missing::add);
        return missing;
    }

    /** Whether a shell script has a case for this word. */
    private static boolean takes(String script, String word) {
        return Pattern.compile("(?m)^\\s*(?:[\\w-]+ \\| )*" + word + "(?: \\| [\\w-]+)*\\)")
                .matcher(script)
                .find();
    }

    private static Stream<String> modules(String words) {
        return MODULES.matcher(words)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",", -1)));
    }

    private boolean noModule(String module) {
        return !Files.exists(root.resolve(module).resolve("pom.xml"));
    }

    private static Set<String> classes(Path root) {
        Set<String> classes = new HashSet<>();
        for (Path file : Sources.below(root, ".java")) {
            String path = root.relativize(file).toString();
            int start = path.indexOf("/java/");
            if (start >= 0) {
                classes.add(path.substring(start + "/java/".length(), path.length() - ".java".length())
                        .replace('/', '.'));
            }
        }
        return classes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
