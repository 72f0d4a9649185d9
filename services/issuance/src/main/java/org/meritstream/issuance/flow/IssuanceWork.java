package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.meritstream.events.Topics;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Turn;
import org.meritstream.log.Work;
import org.meritstream.log.postgres.Write;

/** What issuance does with a batch: record, check and sign what it can, set aside what lacks something, and tell of it. */
@ApplicationScoped
public class IssuanceWork implements Work<Batch, Write> {
    private final Preparation preparation;
    private final KeyedIds ids;

    public IssuanceWork(Preparation preparation, KeyedIds ids) {
        this.preparation = preparation;
        this.ids = ids;
    }

    @Override
    public String service() {
        return Announcement.SERVICE;
    }

    @Override
    public List<String> topics() {
        return List.of(
                Topics.AWARD, Topics.LEARNER, Topics.CATALOGUE, Topics.WALLET, Topics.IMPORT, Topics.ISSUANCE_COMMANDS);
    }

    @Override
    public Batch load(List<Inbound> fresh) {
        return preparation.prepare(fresh);
    }

    @Override
    public Turn<Write> decide(Batch batch, List<Inbound> fresh) {
        Fold fold = new Fold(batch, Facts.of(fresh), ids);
        fresh.forEach(fold::event);
        return fold.turn();
    }
}
