package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.meritstream.events.Contracts.BODIES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.Contracts.Example;

/** The examples are what the schemas and the records promise; the broken ones are refused for the reason they are named after. */
class ExamplesContractTest {

    static Stream<Example> valid() {
        return Contracts.validExamples();
    }

    static Stream<Example> invalid() {
        return Contracts.invalidExamples();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAMinimalAFullAndBrokenExamples(EventType type) {
        var names = Contracts.files(Contracts.folder("examples").resolve(type.schemaName()), ".json").stream()
                .map(Contracts::nameOf)
                .toList();

        assertThat(names)
                .contains("minimal", "full")
                .filteredOn(name -> name.startsWith("invalid-"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void everyFolderOfExamplesBelongsToATypeOrABody() {
        assertThat(Contracts.files(Contracts.folder("examples"), ".v1"))
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(EventType.values()).map(EventType::schemaName), BODIES.keySet().stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validatesAgainstItsSchema(Example example) {
        assertThat(Schemas.refusals(example.type(), example.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesBackToTheSameTree(Example example) throws IOException {
        EventData data = EventFormat.data(example.type(), example.json());

        assertThat(EventFormat.JSON.readTree(EventFormat.bytes(data)))
                .isEqualTo(EventFormat.JSON.readTree(example.json()));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void isReadFromAStoreOfOursAsFromATopic(Example example) {
        EventData data = EventFormat.data(example.type(), example.json());

        assertThat(EventFormat.own(example.type(), new String(EventFormat.bytes(data), StandardCharsets.UTF_8)))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void standsUnknownMembersOfALaterRelease(Example example) throws IOException {
        var tree = EventFormat.JSON.readTree(example.json());
        var later = tree.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) later)
                .putObject("memberOfALaterRelease")
                .put("n", 1);

        EventData data = EventFormat.data(example.type(), EventFormat.JSON.writeValueAsBytes(later));

        assertThat(EventFormat.JSON.readTree(EventFormat.bytes(data))).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedByTheSchemaForTheReasonItIsNamedAfter(Example example) {
        Defect defect = Defect.of(example.name());

        assertThat(Schemas.refusals(example.type(), example.json()))
                .isNotEmpty()
                .allSatisfy(refusal -> {
                    assertThat(refusal.at()).isEqualTo(defect.pointer());
                    assertThat(refusal.keyword()).isIn(defect.keywords());
                    assertThat(refusal.property()).isEqualTo(defect.missing());
                });
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedByTheReaderForThatReasonUnlessOnlyTheSchemaKnowsTheForm(Example example) {
        Defect defect = Defect.of(example.name());
        if (defect.onlyTheSchemaKnows()) {
            assertThat(EventFormat.data(example.type(), example.json())).isNotNull();
        } else {
            assertThatThrownBy(() -> EventFormat.data(example.type(), example.json()))
                    .asInstanceOf(type(MalformedEvent.class))
                    .satisfies(refused -> assertThat(defect.member()).startsWith(refused.place()))
                    .satisfies(refused -> assertThat(told(refused)).anyMatch(words -> defect.isNamedIn(words)));
        }
    }

    /** What an operator reads of a refusal: the place, the reader's own words, and those of the parser beneath it. */
    private static List<String> told(MalformedEvent refused) {
        String parser = refused.getCause() == null
                ? ""
                : String.valueOf(refused.getCause().getMessage());
        return List.of(refused.place(), String.valueOf(refused.getMessage()), parser);
    }
}
