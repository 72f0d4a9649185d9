package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.Contracts.BODIES;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every record has its schema and every schema its record, member by member. */
class RecordsAndSchemasContractTest {
    private static final String SHARED = "definitions";

    @Test
    void everyTypeAndBodyHasASchemaAndEverySchemaOneOfThem() {
        List<String> schemas = Contracts.files(Contracts.folder("schemas"), ".json").stream()
                .map(Contracts::nameOf)
                .filter(name -> !name.equals(SHARED))
                .toList();

        assertThat(schemas)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(EventType.values()).map(EventType::schemaName), BODIES.keySet().stream())
                        .toList());
    }

    @Test
    void everyRecordOfTheSealedFamilyHasAType() {
        assertThat(SchemaShape.records(EventData.class).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::record).toList());
    }

    @ParameterizedTest
    @EnumSource
    void isKnownByItsName(EventType type) {
        assertThat(EventType.named(type.ceType())).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void carriesTheAddressThatEventsName(EventType type) {
        assertThat(SchemaShape.of(type).id()).isEqualTo(type.dataSchema());
    }

    @ParameterizedTest
    @EnumSource
    void isOfDraft202012AndOpenToGrowth(EventType type) {
        assertThat(SchemaShape.of(type).isOpenDraft202012()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEveryComponentWhatTheRecordSays(EventType type) {
        assertThat(SchemaShape.of(type).differencesFrom(type.record())).isEmpty();
    }

    @Test
    void saysOfABodyWhatItsRecordSays() {
        BODIES.forEach((name, record) ->
                assertThat(SchemaShape.of(name).differencesFrom(record)).isEmpty());
    }

    @Test
    void usesEverySharedDefinition() {
        String all = Contracts.files(Contracts.folder("schemas"), ".json").stream()
                .map(Contracts::text)
                .reduce("", String::concat);

        assertThat(SchemaShape.sharedDefinitions())
                .allSatisfy(name -> assertThat(all).contains("#/$defs/" + name + "\""));
    }
}
