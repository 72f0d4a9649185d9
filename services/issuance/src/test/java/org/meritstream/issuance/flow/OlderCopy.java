package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.log.Adoption;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** A store that lacks what was said since it was copied, and takes it back. */
@ApplicationScoped
class OlderCopy {
    private final Issuing issuing;
    private final Founding founding;
    private final Adoption adoption;
    private final Database database;

    OlderCopy(Issuing issuing, Founding founding, Adoption adoption, Database database) {
        this.issuing = issuing;
        this.founding = founding;
        this.adoption = adoption;
        this.database = database;
    }

    /** Issues to so many learners of a new tenant, one after the other; what was said of it. */
    List<Inbound> issued(String tenant, int learners) {
        return issued(tenant, learners, new Story(tenant).published(1));
    }

    List<Inbound> issued(String tenant, int learners, Event<?> published) {
        founding.found(tenant);
        issuing.handle(published);
        return said(new Story(tenant), learners);
    }

    /** The same of a tenant that is there. */
    List<Inbound> said(Story story, int learners) {
        List<Message> said = new ArrayList<>();
        for (int n = 1; n <= learners; n++) {
            said.addAll(issuing.handle(story.profiled(n, "Learner " + n, 2), story.conferred(n, 10)));
        }
        return Deliveries.read(said);
    }

    /** The tenant's credentials were issued after the copy was made. */
    void lose(String tenant) {
        founding.run("delete from securing where credential in (select id from credential where tenant = $1)", tenant);
        founding.run("delete from credential where tenant = $1", tenant);
        founding.run("update status_list set counter = 0 where tenant = $1", tenant);
    }

    /** Takes back what was said, as far as it can be. */
    void takeBack(List<Inbound> said) {
        keep(said);
        place();
    }

    void keep(List<Inbound> said) {
        adoption.keep(new Adoption.Own(said, List.of()), List.of());
    }

    void place() {
        boolean more = true;
        while (more) {
            more = adoption.place();
        }
    }

    /** What may never change of each of the tenant's credentials. */
    Map<String, String> credentials(String tenant) {
        return new World(database, RealServers.kafka()).credentials(tenant);
    }
}
