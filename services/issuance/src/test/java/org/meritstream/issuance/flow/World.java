package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Topics;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.Topic;

/** What the store has of a tenant's credentials, and what everybody was told of them. */
record World(Database database, String kafka) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All that may never change of each signed credential, its document and proof to the byte. */
    Map<String, String> credentials(String tenant) {
        Map<String, String> credentials = new TreeMap<>();
        for (Row row : database.query("""
                select i.id, concat_ws('|', c.document, s.value, s.created, s.verification_method, i.award, i.learner, i.achievement,
                  i.version, i.number, i.status_list, i.status_index, i.issued_at, i.state, i.revoked_at, i.revocation_reason, i.valid_until, i.expired_at, i.reissue_reason,
                  i.supersedes, i.superseded_by) as text
                from issued_credential i join credential c on c.id = i.id join securing s on s.credential = i.id
                where i.tenant = $1""", Tuple.of(tenant))) {
            credentials.put(row.getUUID("id").toString(), row.getString("text"));
        }
        return credentials;
    }

    /** How often each event of the tenant was told, by topic and id. */
    Map<String, Integer> told(String tenant) {
        Map<String, Integer> told = new TreeMap<>();
        for (String topic : List.of(Topics.CREDENTIAL, Topics.CREDENTIAL_DOCUMENT, Topics.feed(tenant))) {
            new Topic(kafka, topic)
                    .all(PATIENCE).stream()
                            .filter(record -> record.key().startsWith(tenant + "/"))
                            .forEach(
                                    record -> told.merge(topic + " " + Topic.header(record, "ce_id"), 1, Integer::sum));
        }
        return told;
    }

    /** The status entry that each published document states, by the document's key. */
    Map<String, String> entries(String tenant) {
        Map<String, String> entries = new TreeMap<>();
        new Topic(kafka, Topics.CREDENTIAL_DOCUMENT)
                .all(PATIENCE).stream()
                        .filter(record -> record.key().startsWith(tenant + "/"))
                        .forEach(record -> assertThat(entries.put(record.key(), entry(record)))
                                .isIn(null, entries.get(record.key())));
        return entries;
    }

    private static String entry(ConsumerRecord<String, byte[]> record) {
        try {
            String document = EventFormat.JSON
                    .readTree(new String(record.value(), StandardCharsets.UTF_8))
                    .at("/forms/0/document")
                    .asText();
            return EventFormat.JSON
                    .readTree(document)
                    .at("/credentialStatus/id")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
