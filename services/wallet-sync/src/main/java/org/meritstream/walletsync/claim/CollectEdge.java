package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Channel;
import org.meritstream.events.CollectOffer;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.RecordDelivery;
import org.meritstream.events.WalletCommand;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.http.Appender;
import org.meritstream.log.http.OutcomeStore;
import org.meritstream.walletsync.wallet.Announcement;

/**
 * What pressing the button does, in an order that loses nothing: first the command is in the log, under an id that follows from the
 * link, so that pressing twice says it once; only then is the link spent and the session begun.
 */
@ApplicationScoped
public class CollectEdge {
    private final SecureRandom random = new SecureRandom();
    private final Appender appender;
    private final OutcomeStore outcomes;
    private final Claims claims;
    private final Sessions sessions;
    private final ClaimConfig config;

    public CollectEdge(Appender appender, OutcomeStore outcomes, Claims claims, Sessions sessions, ClaimConfig config) {
        this.appender = appender;
        this.outcomes = outcomes;
        this.claims = claims;
        this.sessions = sessions;
        this.config = config;
    }

    /**
     * Collects with a link; null when another press of the same button came first.
     *
     * @param claim of the credential that is collected: the link's own, or what took its place
     */
    Uni<@Nullable Visit> collect(Secret link, Claim claim) {
        String id = EventIds.of("collect", link.hash());
        CollectOffer command =
                new CollectOffer(claim.tenant(), claim.learner(), claim.credential(), Channel.CLAIM_PAGE);
        return append(id, command)
                .chain(() -> claims.spend(link, Instant.now()))
                .chain(spent -> spent == null ? Uni.createFrom().nullItem() : begin(claim, id));
    }

    /** Records that this session took a copy; however often, it is one delivery. */
    Uni<Void> delivered(Visit visit, Channel channel) {
        Session session = visit.session();
        String id = EventIds.of("deliver", visit.secret().hash(), channel.name());
        return append(id, new RecordDelivery(session.tenant(), session.learner(), session.credential(), channel));
    }

    private Uni<Visit> begin(Claim claim, String command) {
        Secret token = Secret.draw(random);
        Instant ends = Instant.now().plus(config.sessionLasts()).truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(claim.tenant(), claim.learner(), claim.credential(), ends);
        return sessions.add(token, session)
                .chain(() -> Patience.until(
                        () -> outcomes.find(UUID.fromString(command)), outcome -> outcome != null, config.patience()))
                .replaceWith(new Visit(token, session));
    }

    private Uni<Void> append(String id, WalletCommand command) {
        EventHeader header = new EventHeader(
                id, Emission.source(Announcement.SERVICE), Emission.subject(command), Instant.now(), null);
        return appender.append(new Event<>(header, command));
    }
}
