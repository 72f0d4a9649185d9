package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        */*                                               | DOCUMENT
        application/vc                                    | DOCUMENT
        application/ld+json, text/html                    | DOCUMENT
        text/html, application/xml, */*                   | PAGE
        image/avif, text/html                             | PAGE
        image/png                                         | PNG
        image/svg+xml, image/png                          | SVG
        image/avif, image/webp, image/svg+xml, image/*    | SVG
        image/avif, image/*, */*                          | PNG
        application/vc+jwt                                | TOKEN
        application/vc+jwt, application/vc                | TOKEN
        application/vc, application/vc+jwt                | DOCUMENT
        text/html, application/vc+jwt                     | PAGE
        text/plain                                        | TOKEN
        application/json, text/plain, */*                 | DOCUMENT
        application/did+json                              | none
        application/dc+sd-jwt                             | SD_JWT
        application/dc+sd-jwt, application/vc;q=0.5       | SD_JWT
        application/pdf                                   | PDF
        application/xml, application/pdf                  | PDF
        image/avif                                        | none
        audio/*                                           | none
        """)
    void takesTheFirstThatFits(String accept, @Nullable CredentialForm form) {
        assertThat(CredentialForm.of(null, types(accept))).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "svg,SVG", "pdf,PDF", "document,DOCUMENT", "token,TOKEN", "sd-jwt,SD_JWT", "nonsense,PAGE"})
    void takesWhatALinkAsksFor(String as, CredentialForm form) {
        assertThat(CredentialForm.of(as, types("text/html"))).isEqualTo(form);
    }

    private static List<MediaType> types(String accept) {
        return Stream.of(accept.split(",", -1))
                .map(text -> MediaType.valueOf(text.trim()))
                .toList();
    }
}
