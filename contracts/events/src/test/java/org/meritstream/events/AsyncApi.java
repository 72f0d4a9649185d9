package org.meritstream.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document as its tests read it. */
final class AsyncApi {
    private static final String TEXT =
            Contracts.text(Contracts.folder("asyncapi").resolve("meritstream.yaml"));
    private static final JsonNode DOCUMENT = Standards.yaml(TEXT);

    private AsyncApi() {}

    /** A channel with one address; a channel whose parameter has fixed values is one per value. */
    record Channel(String name, String address, JsonNode node) {
        List<String> messages() {
            return names(node.path("messages"));
        }

        JsonNode kafka() {
            return node.path("bindings").path("kafka");
        }

        /** The topic's settings by Kafka's own names. */
        Map<String, String> settings() {
            Map<String, String> settings = new TreeMap<>();
            kafka().path("topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            setting.getValue().isArray()
                                    ? String.join(",", texts(setting.getValue()))
                                    : setting.getValue().asString()));
            return settings;
        }
    }

    /** Something a service does: it sends to a channel or receives from it. */
    record Operation(String name, String action, String service, String channel, List<String> messages) {}

    static String text() {
        return TEXT;
    }

    /** Channels by address. */
    static Map<String, Channel> channels() {
        Map<String, Channel> channels = new TreeMap<>();
        for (String name : names(DOCUMENT.path("channels"))) {
            JsonNode node = DOCUMENT.path("channels").path(name);
            for (String address : addresses(node)) {
                channels.put(address, new Channel(name, address, node));
            }
        }
        return channels;
    }

    static List<Operation> operations() {
        JsonNode operations = DOCUMENT.path("operations");
        return names(operations).stream()
                .map(name -> operation(name, operations.path(name)))
                .toList();
    }

    static List<String> messages() {
        return names(DOCUMENT.path("components").path("messages"));
    }

    static JsonNode message(String name) {
        return DOCUMENT.path("components").path("messages").path(name);
    }

    private static Operation operation(String name, JsonNode node) {
        List<String> messages = new ArrayList<>();
        node.path("messages").forEach(message -> messages.add(last(message.path("$ref"))));
        return new Operation(
                name,
                node.path("action").asString(),
                node.path("tags").path(0).path("name").asString(),
                last(node.path("channel").path("$ref")),
                messages);
    }

    private static List<String> addresses(JsonNode channel) {
        String address = channel.path("address").asString();
        List<String> services = texts(channel.path("parameters").path("service").path("enum"));
        return services.isEmpty()
                ? List.of(address)
                : services.stream()
                        .map(service -> address.replace("{service}", service))
                        .toList();
    }

    private static String last(JsonNode ref) {
        String text = ref.asString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
