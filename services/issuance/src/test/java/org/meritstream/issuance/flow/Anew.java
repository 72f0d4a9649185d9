package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Securing;
import org.meritstream.events.Visibility;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;

/** Credentials that are issued anew, and what became of them. */
@ApplicationScoped
class Anew {
    static final String OLD = "Amina Former-Name";
    static final String NEW = "Anna Current-Name";
    static final OpenApi API = new OpenApi("issuance");

    private final Issuing issuing;
    private final Founding founding;
    private final Database database;
    private final KeyedIds ids;

    Anew(Issuing issuing, Founding founding, Database database, KeyedIds ids) {
        this.issuing = issuing;
        this.founding = founding;
        this.database = database;
        this.ids = ids;
    }

    Story issued(String tenant, Securing... further) {
        founding.found(
                tenant,
                Stream.concat(Stream.of(Securing.EDDSA_RDFC_2022), Stream.of(further))
                        .distinct()
                        .toArray(Securing[]::new));
        Story story = new Story(tenant);
        handle(story.profiled(1, OLD, 1), story.publishedFor(24, 3), story.conferred(1, 10));
        return story;
    }

    List<Message> handle(Event<?>... events) {
        return issuing.handle(events);
    }

    void share(Story story, UUID... credentials) {
        List<Event<?>> shared = new ArrayList<>();
        for (UUID credential : credentials) {
            shared.add(story.shared(credential, 1, Visibility.PUBLIC, 60));
        }
        issuing.handle(issuing.deliver(shared));
    }

    void assertLinked(UUID former, UUID next) {
        assertThat(column("superseded_by", former)).isEqualTo(next);
        assertThat(column("supersedes", next)).isEqualTo(former);
    }

    @Nullable
    UUID column(String name, UUID credential) {
        return database.query("select " + name + " from issued_credential where id = $1", Tuple.of(credential))
                .iterator()
                .next()
                .getUUID(name);
    }

    String outcome(Event<?> command) {
        return issuing.outcome(command);
    }

    /** How many revoked credentials have their bit set. */
    long bits(String tenant) {
        return count(
                "credential c join status_list l on l.id = c.status_list where c.tenant = $1 and revoked_at is not null"
                        + " and get_bit(l.bits, (c.status_index / 8) * 8 + 7 - c.status_index % 8) = 1",
                tenant);
    }

    long count(String what, String tenant) {
        return founding.count(what, tenant);
    }

    static Response document(UUID credential) {
        return get(credential, "application/vc");
    }

    static String page(UUID credential) {
        return get(credential, "text/html").asString();
    }

    static Response get(UUID credential, String type) {
        return given().filter(API).header("Accept", type).get("/credentials/" + credential);
    }

    static Response refresh(UUID credential) {
        return given().filter(API).header("Accept", "application/vc").get("/credentials/" + credential + "/refresh");
    }

    static <T extends EventData> T one(List<Message> told, Class<T> kind) {
        assertThat(all(told, kind)).hasSize(1);
        return all(told, kind).get(0);
    }

    static <T extends EventData> List<T> all(List<Message> told, Class<T> kind) {
        return told.stream()
                .map(Anew::data)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static EventData data(Message message) {
        return EventFormat.read(message.headers(), message.body()).data();
    }

    UUID first(Story story) {
        return issuing.id(story, 1);
    }

    UUID after(Story story, UUID former) {
        return ids.of(story.tenant(), "credential", "reissue", former.toString());
    }
}
