package org.meritstream.issuance.credential;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 1EdTech's JSON Schema of an AchievementCredential (draft 2019-09), carried as a resource: what is signed has passed it first. */
public final class OfficialSchema {
    private static final String RESOURCE = "/schemas/ob_v3p0_achievementcredential_schema.json";

    private final Schema schema;

    public OfficialSchema() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(text(), InputFormat.JSON);
        schema.initializeValidators();
    }

    /** Where the document breaks the schema and how, without any of its values; empty when it does not. */
    public List<String> violations(String document) {
        return schema
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " breaks " + error.getKeyword())
                .toList();
    }

    private static String text() {
        try (InputStream in = OfficialSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The schema resource is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
