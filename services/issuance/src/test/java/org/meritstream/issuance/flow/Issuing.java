package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.PostgresJournal;

/** Issues credentials without the loop: hands the work its events, and knows what became of them. */
@ApplicationScoped
class Issuing {
    private final BatchHandler handler;
    private final IssuanceWork work;
    private final PostgresJournal journal;
    private final Founding founding;
    private final Issuers issuers;
    private final KeyedIds ids;
    private final Deliveries log = new Deliveries();

    Issuing(
            BatchHandler handler,
            IssuanceWork work,
            PostgresJournal journal,
            Founding founding,
            Issuers issuers,
            KeyedIds ids) {
        this.handler = handler;
        this.work = work;
        this.journal = journal;
        this.founding = founding;
        this.issuers = issuers;
        this.ids = ids;
    }

    /** A new tenant, all of whose learners hold the achievement, each since a minute more than the one before, for two years. */
    Story issued(String tenant, int learners) {
        founding.found(tenant);
        return issue(new Story(tenant), learners);
    }

    /** The same, where they may be suspended. */
    Story suspendable(String tenant, int learners) {
        founding.found(tenant);
        handle(new Story(tenant).chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        return issue(new Story(tenant), learners);
    }

    private Story issue(Story story, int learners) {
        List<Event<?>> events = new ArrayList<>(List.of(story.publishedFor(24, 1)));
        for (int n = 1; n <= learners; n++) {
            events.add(story.profiled(n, "Amina Former-Name", 3));
            events.add(story.conferred(n, 10 + n));
        }
        handler.handle(log.deliver(events));
        return story;
    }

    /** A new tenant, whose first learner holds what it published and shares it. */
    UUID shared(Story story, String name, Event<?> published) {
        founding.found(story.tenant());
        UUID held = id(story, 1);
        handle(
                story.profiled(1, name, 1),
                published,
                story.conferred(1, 10),
                story.shared(held, 1, Visibility.PUBLIC, 20));
        return held;
    }

    /** In one batch. */
    List<Message> handle(Event<?>... events) {
        return handler.handle(deliver(events));
    }

    /** The batch, perhaps not for the first time. */
    List<Message> handle(List<Inbound> batch) {
        return handler.handle(batch);
    }

    List<Inbound> deliver(Event<?>... events) {
        return deliver(List.of(events));
    }

    List<Inbound> deliver(List<Event<?>> events) {
        return log.deliver(events);
    }

    Driver driver() {
        return new Driver(handler, work, journal, log);
    }

    /** The n-th learner's credential. */
    UUID id(Story story, int n) {
        return ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
    }

    SigningIssuer issuer(String tenant) {
        return requireNonNull(issuers.load(List.of(tenant)).get(tenant));
    }

    /** What became of a command: its state, and its link or its problem. */
    String outcome(Event<?> command) {
        return requireNonNull(founding.row(
                        "select concat_ws(' ', state, link, problem) as value from command_outcome where id = $1",
                        UUID.fromString(command.header().id()))
                .getString("value"));
    }

    /** Why a bulk operation did not do it to one credential; null where it did. */
    @Nullable
    String problem(Event<?> command, UUID credential) {
        return founding.row(
                        "select problem::json ->> 'type' as value from bulk_row where bulk = $1 and credential = $2",
                        UUID.fromString(command.header().id()),
                        credential)
                .getString("value");
    }

    /** Where they stand in the tenant's lists. */
    Set<Integer> indexes(UUID... credentials) {
        return Stream.of(credentials)
                .map(id -> founding.row("select status_index as value from credential where id = $1", id)
                        .getInteger("value"))
                .collect(Collectors.toSet());
    }
}
