package org.meritstream.issuance.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        */*                                   | DOCUMENT
        application/vc                        | DOCUMENT
        application/ld+json, text/html        | DOCUMENT
        text/html, application/json           | PAGE
        text/html, application/xml, */*       | PAGE
        image/avif, text/html                 | PAGE
        image/avif                            | DOCUMENT
        """)
    void takesTheFirstThatFits(String accept, PublicForm form) {
        assertThat(PublicForm.of(types(accept))).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"application/json,application/json", "*/*,application/vc", "application/ld+json,application/ld+json"})
    void servesTheTypeAskedFor(String accept, String type) {
        assertThat(PublicForm.jsonType(types(accept), PublicForm.VC)).isEqualTo(type);
    }

    private static List<MediaType> types(String accept) {
        return Stream.of(accept.split(",", -1))
                .map(text -> MediaType.valueOf(text.trim()))
                .toList();
    }
}
