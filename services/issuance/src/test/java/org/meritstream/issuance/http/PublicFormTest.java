package org.meritstream.issuance.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    @CsvSource({
        "application/json, application/vc, application/json",
        "*/*, application/vc, application/vc",
        "application/ld+json, application/vc, application/ld+json",
        "application/vc+ld+json, application/vc, application/vc+ld+json",
        "application/did+json, application/vc, application/vc",
        "application/vc, application/did+json, application/did+json",
        "application/did+json, application/did+json, application/did+json",
        "application/vc+ld+json, application/ld+json, application/ld+json"
    })
    void servesTheTypeAskedForWhereItIsOneOfTheDocument(String accept, String own, String type) {
        assertThat(PublicForm.jsonType(types(accept), own)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        */*                                   | DOCUMENT | DOCUMENT
        application/vc                        | DOCUMENT | DOCUMENT
        application/vc+jwt                    | TOKEN    | none
        text/plain                            | TOKEN    | none
        application/vc+jwt, application/json  | TOKEN    | DOCUMENT
        application/xml, application/vc+jwt   | TOKEN    | none
        application/json, text/plain, */*     | DOCUMENT | DOCUMENT
        text/html, application/xml, */*       | PAGE     | PAGE
        image/png                             | none     | none
        application/did+json                  | none     | none
        """)
    void takesTheFirstThatFitsOfWhatIsSigned(
            String accept, @Nullable PublicForm withToken, @Nullable PublicForm without) {
        assertThat(PublicForm.ofSigned(types(accept), true)).isEqualTo(Optional.ofNullable(withToken));
        assertThat(PublicForm.ofSigned(types(accept), false)).isEqualTo(Optional.ofNullable(without));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, text/plain", "application/vc+jwt, application/vc+jwt"})
    void servesATokenAsWhatItIsAskedForAs(String accept, String type) {
        assertThat(PublicForm.tokenType(types(accept))).isEqualTo(type);
    }

    private static List<MediaType> types(String accept) {
        return Stream.of(accept.split(",", -1))
                .map(text -> MediaType.valueOf(text.trim()))
                .toList();
    }
}
