package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.log.Adoption;
import org.meritstream.log.Adoption.Own;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What is taken back of what was said, where not all of it is there any more. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class OwnOutputIT {
    @Inject
    Issuing issuing;

    @Inject
    OlderCopy copy;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    /** The second of two, so that its entry is the last that was given. */
    @Test
    void passesOverTheEntryOfADocumentThatWasErased() {
        List<Inbound> said = copy.issued("erased", 2);
        copy.lose("erased");

        copy.keep(said);
        adoption.keep(new Own(List.of(), List.of("erased/" + issuing.id(new Story("erased"), 2))), List.of());
        copy.place();

        assertThat(founding.count("credential where tenant = $1", "erased")).isEqualTo(1);
        assertThat(founding.count("status_list where tenant = $1 and counter = 2", "erased"))
                .isEqualTo(1);
        assertThat(founding.count("recollection where tenant = $1", "erased")).isZero();
    }

    @Test
    void leavesWhatHasNoIssuerAndTakesItOnceThereIsOne() {
        List<Inbound> said = copy.issued("orphaned", 1);
        Map<String, String> published = copy.credentials("orphaned");
        copy.lose("orphaned");
        List.of("status_list", "signing_key", "issuer")
                .forEach(table -> founding.run("delete from " + table + " where tenant = $1", "orphaned"));

        copy.takeBack(said);
        assertThat(founding.count("recollection where tenant = $1", "orphaned")).isEqualTo(1);
        founding.found("orphaned");
        copy.place();

        assertThat(copy.credentials("orphaned")).isEqualTo(published);
        assertThat(founding.count("recollection where tenant = $1", "orphaned")).isZero();
    }

    @Test
    void putsWhatWasPublishedInThePlaceOfWhatWasSignedInSilence() {
        List<Inbound> said = copy.issued("silent", 2);
        Map<String, String> published = copy.credentials("silent");
        founding.run(
                "update credential set document = replace(document, 'Learner ', 'Student '), status_index = status_index - 1"
                        + " where tenant = $1",
                "silent");
        assertThat(copy.credentials("silent")).isNotEqualTo(published);

        copy.takeBack(said);

        assertThat(copy.credentials("silent")).isEqualTo(published);
    }

    @Test
    void comesToTheSameWhenItIsRepeated() {
        List<Inbound> said = copy.issued("repeated", 2);
        Map<String, String> published = copy.credentials("repeated");
        copy.lose("repeated");

        for (int round = 0; round < 2; round++) {
            copy.takeBack(said);
        }

        assertThat(copy.credentials("repeated")).isEqualTo(published);
        assertThat(founding.count("status_list where tenant = $1 and counter = 2", "repeated"))
                .isEqualTo(1);
    }

    @Test
    void takesBackWhichCredentialsAreOverAndSetsTheTimersOfTheOthers() {
        List<Inbound> said = copy.issued("ended", 2, new Story("ended").publishedFor(24, 1));
        said.addAll(Deliveries.read(issuing.handle(new Story("ended")
                .expire(issuing.id(new Story("ended"), 1), 1, Instant.parse("2028-11-20T10:10:00Z")))));
        Map<String, String> published = copy.credentials("ended");
        copy.lose("ended");
        database.query("delete from timer where name like 'expire-credential/%'", Tuple.tuple());

        copy.takeBack(said);

        assertThat(copy.credentials("ended")).isEqualTo(published);
        assertThat(founding.count("credential where tenant = $1 and expired_at is not null", "ended"))
                .isEqualTo(1);
        assertThat(founding.count(
                        "timer where name = 'expire-credential/' || $1",
                        issuing.id(new Story("ended"), 1).toString()))
                .isZero();
        assertThat(founding.count(
                        "timer where name = 'expire-credential/' || $1",
                        issuing.id(new Story("ended"), 2).toString()))
                .isEqualTo(1);
    }

    @Test
    void takesBackWhatWasIssuedAnewInItsPlace() {
        Story story = new Story("anew");
        List<Inbound> said = copy.issued("anew", 1, story.publishedFor(24, 1));
        UUID former = issuing.id(new Story("anew"), 1);
        UUID next = ids.of("anew", "credential", "reissue", former.toString());
        said.addAll(Deliveries.read(issuing.handle(story.renew(former, 1, 20))));
        issuing.handle(story.profiled(1, "Another Name", 30));
        said.addAll(Deliveries.read(issuing.handle(story.correct(next, 1, 40))));
        Map<String, String> published = copy.credentials("anew");
        copy.lose("anew");

        copy.takeBack(said);

        assertThat(published).hasSize(3);
        assertThat(copy.credentials("anew")).isEqualTo(published);
        assertThat(founding.count("succession where tenant = $1", "anew")).isZero();
        assertThat(issuing.handle(story.renew(former, 1, 50))).isEmpty();
    }
}
