package org.meritstream.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the parts of a product say of themselves, for the message of a test that failed: the product is gone before anybody can look. */
final class Aftermath {
    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final int LAST = 8;
    private static final int LINE = 240;

    private final Product product;

    Aftermath(Product product) {
        this.product = product;
    }

    /** Each service's health and the last of what it and the servers warned of; nothing personal is in a log. */
    String told() {
        String services = IntStream.range(0, Product.SERVICES.size())
                .mapToObj(service -> "%s: %s%n%s"
                        .formatted(
                                Product.SERVICES.get(service),
                                health(product.managementPort(service)),
                                last(product.data().log(Product.SERVICES.get(service)), "log.")))
                .collect(Collectors.joining("\n"));
        return services + "\nservers:\n" + last(product.data().log("servers"), "") + "\nlauncher:\n"
                + last(product.data().log("launcher"), "");
    }

    private static String health(int managementPort) {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health"))
                .timeout(BOUND)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(question, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceAll("\\s+", "");
        } catch (IOException silence) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not asked";
        }
    }

    private static String last(Path log, String saying) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> line.contains(saying))
                    .map(line -> line.substring(0, Math.min(LINE, line.length())))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
