package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.ListSigning;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.Adoption;
import org.meritstream.log.Adoption.Own;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Contended;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;

/** What is taken back while another replica changes it: by which key lists are signed then, and which of several documents stands. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class AdoptionKeysIT {
    @Inject
    BatchHandler handler;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    Issuers issuers;

    @Inject
    ListSigning signing;

    @Inject
    KeyedIds ids;

    @Inject
    IssuanceWork work;

    @Inject
    PostgresJournal journal;

    private final Deliveries log = new Deliveries();

    @Test
    void signsTheListOfARevokedCredentialByTheNewKey() {
        Story story = begun("adoption-keys");
        List<Inbound> said = told(story.conferred(1, 10));
        said.addAll(told(story.revoke(credential(story), 1, RevocationReason.MISCONDUCT, 40)));
        lose(story);
        compromisedBeforeAListIsRead(story);

        adoption.keep(new Own(said, List.of()), List.of());
        patiently(adoption::place);

        assertThat(OverHttp.signerOf("adoption-keys-1")).endsWith(key(story));
    }

    @Test
    void signsTheListOfARevokedEndorsementByTheNewKey() {
        Story story = begun("adoption-endorsed");
        String own = "http://localhost:8080/achievements/adoption-endorsed.data-literacy/1";
        Event<?> endorse = story.endorse(own, "Well made.", 20);
        List<Inbound> said = told(endorse);
        UUID endorsement =
                ids.of(story.tenant(), "endorsement", endorse.header().id());
        said.addAll(told(story.revokeEndorsement(endorsement, 30)));
        lose(story);
        compromisedBeforeAListIsRead(story);

        patiently(() -> {
            adoption.keep(new Own(said, List.of()), List.of());
            return false;
        });

        assertThat(OverHttp.signerOf("adoption-endorsed-1")).endsWith(key(story));
    }

    /** What was stored and not told before a crash is told when its partition is read again, which may be after what came later. */
    @Test
    void takesTheDocumentThatCameToBeLastAndNotTheOneThatIsReadLast() {
        Story story = begun("adoption-late");
        List<Inbound> former = told(story.conferred(1, 10));
        List<Inbound> last = read(new Driver(handler, work, journal, log).untilOver(compromised(story)));
        Map<String, String> published = world().credentials(story.tenant());
        lose(story);

        adoption.keep(new Own(last, List.of()), List.of());
        adoption.keep(new Own(former, List.of()), List.of());
        patiently(adoption::place);

        assertThat(published.values()).singleElement().asString().contains(key(story));
        assertThat(world().credentials(story.tenant())).isEqualTo(published);
    }

    /** As another replica is told of the compromise while this one takes back. */
    private void compromisedBeforeAListIsRead(Story story) {
        Queue<Event<?>> meanwhile = new ArrayDeque<>(List.of(compromised(story)));
        QuarkusMock.installMockForType(
                new StatusLists(database, signing, ids) {
                    @Override
                    public List<Write> signedAnew(ListChanges changes, Map<String, SigningIssuer> by) {
                        Event<?> first = meanwhile.poll();
                        if (first != null) {
                            handler.handle(log.deliver(List.of(first)));
                        }
                        return super.signedAnew(changes, by);
                    }
                },
                StatusLists.class);
    }

    /** As the loop does it, which tries again until it is done. */
    private static void patiently(BooleanSupplier step) {
        boolean more = true;
        while (more) {
            try {
                more = step.getAsBoolean();
            } catch (Contended again) {
                more = true;
            }
        }
    }

    private Event<?> compromised(Story story) {
        return story.compromised(key(story), 5, 50);
    }

    private Story begun(String tenant) {
        founding.found(tenant);
        Story story = new Story(tenant);
        handler.handle(log.deliver(List.of(story.published(1), story.profiled(1, "Amina Yilmaz", 3))));
        return story;
    }

    private List<Inbound> told(Event<?> event) {
        return read(handler.handle(log.deliver(List.of(event))));
    }

    private static List<Inbound> read(List<Message> said) {
        List<Inbound> read = new ArrayList<>();
        said.forEach(message -> read.add(new Inbound(
                new Position(message.topic(), 0, read.size()),
                EventFormat.read(message.headers(), message.body()),
                message)));
        return read;
    }

    /** As an older copy has it. */
    private void lose(Story story) {
        List.of(
                        "delete from securing where credential in (select id from credential where tenant = $1)",
                        "delete from credential where tenant = $1",
                        "delete from endorsement where tenant = $1",
                        "update status_list set counter = 0 where tenant = $1")
                .forEach(statement -> founding.run(statement, story.tenant()));
    }

    private UUID credential(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
    }

    private String key(Story story) {
        return requireNonNull(issuers.load(List.of(story.tenant())).get(story.tenant()))
                .key()
                .multikey();
    }

    private World world() {
        return new World(database, RealServers.kafka());
    }
}
