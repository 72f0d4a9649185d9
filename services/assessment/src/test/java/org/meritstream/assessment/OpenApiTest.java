package org.meritstream.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.ServedOperations;

/** What is served is what the document describes, no more and no less. The tests over HTTP judge each answer by it. */
class OpenApiTest {

    @Test
    void describesEveryOperationThatIsServedAndNoOther() {
        assertThat(new OpenApi("assessment").operations()).isEqualTo(ServedOperations.of("assessment"));
    }
}
