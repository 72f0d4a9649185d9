package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document is valid, and says of topics and events what the code does. */
class AsyncApiContractTest {
    private static final String FEED = Topics.feed("{tenant}");
    /** Records as they came, whatever they are: no types of their own. */
    private static final List<String> AS_THEY_CAME = List.of("dead-letter", "replayed-record");

    static List<AsyncApi.Operation> operations() {
        return AsyncApi.operations();
    }

    static List<String> services() {
        return Topics.SERVICES;
    }

    @Test
    void isValidByTheSchemaOfTheStandard() {
        assertThat(Standards.againstAsyncApi(AsyncApi.text())).isEmpty();
    }

    @Test
    void theSchemaOfTheStandardRefusesABrokenDocument() {
        String broken = AsyncApi.text().replaceFirst("action: send", "action: shout");

        assertThat(Standards.againstAsyncApi(broken)).isNotEmpty();
    }

    @Test
    void everyTopicHasAChannelAndEveryChannelATopic() {
        assertThat(AsyncApi.channels().keySet()).containsExactlyInAnyOrderElementsOf(topics());
    }

    @Test
    void everyTopicThatIsNamedInCodeIsOneOfThem() throws IllegalAccessException {
        for (Field field : Topics.class.getFields()) {
            if (field.getType() == String.class) {
                assertThat(AsyncApi.channels()).containsKey((String) field.get(null));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsAMessageOfItsTopicAlone(EventType type) {
        List<String> addresses = AsyncApi.channels().values().stream()
                .filter(channel -> channel.messages().contains(type.schemaName()))
                .map(AsyncApi.Channel::address)
                .toList();

        assertThat(addresses).containsExactly(address(type));
    }

    @Test
    void everyMessageIsAType() {
        List<String> expected = new ArrayList<>(
                Arrays.stream(EventType.values()).map(EventType::schemaName).toList());
        expected.addAll(AS_THEY_CAME);

        assertThat(AsyncApi.messages()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageNamesItsTypeAndItsSchema(EventType type) {
        var message = AsyncApi.message(type.schemaName());
        var headers = message.at("/headers/allOf/1/properties");

        assertThat(message.path("name").asString()).isEqualTo(type.ceType());
        assertThat(message.at("/payload/$ref").asString()).isEqualTo("../schemas/" + type.schemaName() + ".json");
        assertThat(headers.at("/ce_type/const").asString()).isEqualTo(type.ceType());
        assertThat(headers.at("/ce_dataschema/const").asString()).isEqualTo(type.dataSchema());
    }

    @Test
    void keepsEveryTopicAsItIsCreated() {
        Map<String, Map<String, String>> created = TopicSettings.all();
        created.put(FEED, TopicSettings.feed());
        Map<String, Map<String, String>> described = new TreeMap<>();
        AsyncApi.channels().forEach((address, channel) -> described.put(address, channel.settings()));

        assertThat(described).isEqualTo(created);
    }

    @Test
    void hasTheSamePartitionsEverywhere() {
        assertThat(AsyncApi.channels().values())
                .allSatisfy(channel ->
                        assertThat(channel.kafka().path("partitions").asInt()).isEqualTo(TopicSettings.PARTITIONS));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aReplayedLetterStandsAmongTheCommandsOfItsService(String service) {
        assertThat(AsyncApi.channels())
                .hasEntrySatisfying(
                        Topics.commands(service),
                        channel -> assertThat(channel.messages()).contains("replayed-record"));
        for (String action : List.of("send", "receive")) {
            assertThat(operations())
                    .filteredOn(operation -> operation.action().equals(action)
                            && operation.channel().equals(service + "-commands"))
                    .singleElement()
                    .satisfies(operation -> {
                        assertThat(operation.service()).isEqualTo(service);
                        assertThat(operation.messages()).contains("replayed-record");
                    });
        }
    }

    @Test
    void everyChannelHasASender() {
        assertThat(AsyncApi.channels().values())
                .allSatisfy(channel -> assertThat(operations())
                        .filteredOn(operation -> operation.channel().equals(channel.name()))
                        .extracting(AsyncApi.Operation::action)
                        .contains("send"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aServiceSendsItsOwnFactsAlone(AsyncApi.Operation operation) {
        assertThat(operation.messages()).isNotEmpty();
        if (operation.action().equals("send")) {
            assertThat(operation.messages())
                    .filteredOn(message -> !AS_THEY_CAME.contains(message))
                    .allSatisfy(message -> assertThat(sender(message)).isEqualTo(operation.service()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aServiceReceivesNoOthersPrivateTopic(AsyncApi.Operation operation) {
        if (operation.channel().endsWith("-commands")) {
            assertThat(operation.channel()).isEqualTo(operation.service() + "-commands");
        }
        if (operation.channel().equals("intake")) {
            assertThat(operation.service()).isEqualTo("assessment");
        }
    }

    private static List<String> topics() {
        List<String> topics = new ArrayList<>(Topics.COMPACTED);
        topics.addAll(Topics.KEPT);
        for (String service : Topics.SERVICES) {
            topics.add(Topics.commands(service));
            topics.add(Topics.deadLetters(service));
        }
        topics.add(FEED);
        return topics;
    }

    private static String address(EventType type) {
        EventData data = EventFormat.data(type, Contracts.example(type, "minimal"));
        return type.topicOf(data).equals(Topics.feed(data.tenant())) ? FEED : type.topicOf(data);
    }

    /** The service whose sealed type a record is of. */
    private static String sender(String schemaName) {
        EventData data = Arrays.stream(EventType.values())
                .filter(type -> type.schemaName().equals(schemaName))
                .map(type -> EventFormat.data(type, Contracts.example(type, "minimal")))
                .findFirst()
                .orElseThrow();
        return switch (data) {
            case AssessmentEvent e -> "assessment";
            case EvidenceEvent e -> "evidence";
            case EvidenceCommand e -> "evidence";
            case IssuanceEvent e -> "issuance";
            case IssuanceCommand e -> "issuance";
            case WalletEvent e -> "wallet-sync";
            case WalletCommand e -> "wallet-sync";
        };
    }
}
