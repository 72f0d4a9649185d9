package org.meritstream.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command line: {@code COMMAND [--data DIR] [--port N] [--tls] ARGUMENT...}.
 *
 * @param arguments what is left when the options are taken out
 */
record Options(String command, Optional<String> data, OptionalInt port, boolean tls, List<String> arguments) {
    private static final int HIGHEST_PORT = 65_000;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Options parse(List<String> line) {
        Optional<String> data = Optional.empty();
        OptionalInt port = OptionalInt.empty();
        boolean tls = false;
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            switch (line.get(i)) {
                case "--data" -> data = Optional.of(value(line, ++i));
                case "--port" -> port = OptionalInt.of(port(value(line, ++i)));
                case "--tls" -> tls = true;
                default -> rest.add(line.get(i));
            }
        }
        List<String> arguments = rest.isEmpty() ? List.of() : List.copyOf(rest.subList(1, rest.size()));
        return new Options(rest.isEmpty() ? "help" : rest.getFirst(), data, port, tls, arguments);
    }

    private static String value(List<String> line, int index) {
        if (index == line.size()) {
            throw new IllegalArgumentException("The option " + line.getLast() + " needs a value.");
        }
        return line.get(index);
    }

    private static int port(String text) {
        if (!text.matches("\\d{4,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "--port needs a number from 1024 to " + HIGHEST_PORT + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
