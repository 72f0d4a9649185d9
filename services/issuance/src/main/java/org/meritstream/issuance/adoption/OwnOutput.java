package org.meritstream.issuance.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.Topics;
import org.meritstream.issuance.adoption.AdoptDecision.Outcome;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.Successions;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.issuance.status.TakenEntries;
import org.meritstream.log.Adoption;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Write;

/**
 * Takes back what this service said of its credentials: first all is kept beside the store that the store lacks, since what belongs to one
 * credential stands on two topics; then it is placed, a few hundred at a time.
 */
@ApplicationScoped
public class OwnOutput implements Adoption {
    private static final Logger LOG = Logger.getLogger(OwnOutput.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 200;
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Database database;
    private final Recollections recollections;
    private final Issued issued;
    private final TakenEntries entries;
    private final AsRead asRead;
    private volatile UUID after = BEFORE_ALL;

    OwnOutput(Database database, Recollections recollections, Issued issued, TakenEntries entries, AsRead asRead) {
        this.database = database;
        this.recollections = recollections;
        this.issued = issued;
        this.entries = entries;
        this.asRead = asRead;
    }

    /** What the store has issued, and by whom. */
    @jakarta.enterprise.context.Dependent
    record Issued(Credentials credentials, Successions successions, Issuers issuers, StatusLists lists) {}

    /** What is put to its place as it is read, since all of it stands in one event. */
    @jakarta.enterprise.context.Dependent
    record AsRead(OwnEndorsements endorsements, OwnRecords records) {}

    @Override
    public List<String> topics() {
        return List.of(Topics.CREDENTIAL, Topics.CREDENTIAL_DOCUMENT, Topics.ENDORSEMENT);
    }

    @Override
    public void keep(Own own, List<Position> next) {
        asRead.endorsements().adopt(of(own, EndorsementDocument.class));
        asRead.records().adopt(of(own, RecordDocument.class));
        Map<UUID, Recollection> said = said(own.said());
        Known known = known(said.values());
        Map<Boolean, List<Recollection>> parted = said.values().stream()
                .collect(Collectors.partitioningBy(one -> known.decide(one) instanceof Outcome.AlreadyThere));
        List<Write> writes = new ArrayList<>();
        writes.add(Recollections.erase(noLonger(own, parted.getOrDefault(true, List.of()))));
        writes.add(Recollections.keep(parted.getOrDefault(false, List.of())));
        writes.add(PostgresJournal.goOn(next));
        database.inTransaction(writes);
        after = BEFORE_ALL;
    }

    private static <T> List<T> of(Own own, Class<T> kind) {
        return own.said().stream()
                .map(Inbound::data)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Documents that were kept and that a later record took the place of: by nothing, or by what the store has. */
    private static Set<UUID> noLonger(Own own, List<Recollection> alreadyThere) {
        Set<UUID> gone = own.erased().stream()
                .filter(key -> key.matches("[^/]+/" + UUID_TEXT))
                .map(key -> UUID.fromString(key.substring(key.indexOf('/') + 1)))
                .collect(Collectors.toSet());
        alreadyThere.stream().filter(one -> one.document() != null).forEach(one -> gone.add(one.credential()));
        return gone;
    }

    private static Map<UUID, Recollection> said(List<Inbound> events) {
        Map<UUID, Recollection> said = new LinkedHashMap<>();
        events.stream()
                .map(event -> event.data() instanceof IssuanceEvent own ? Recollection.of(own) : null)
                .filter(Objects::nonNull)
                .forEach(one -> said.merge(one.credential(), one, Recollection::and));
        return said;
    }

    @Override
    public boolean place() {
        List<Recollection> slice = recollections.after(after, AT_ONCE);
        if (slice.isEmpty()) {
            LOG.infof("adoption.done left=%d", recollections.left());
            after = BEFORE_ALL;
            return false;
        }
        place(slice);
        after = slice.getLast().credential();
        return true;
    }

    /** What the store refuses is found by halving and left alone. */
    private void place(List<Recollection> slice) {
        try {
            placeAll(slice);
        } catch (RecordFault fault) {
            if (slice.size() == 1) {
                leave(slice.get(0).credential(), String.valueOf(fault.getMessage()));
                return;
            }
            int middle = slice.size() / 2;
            place(slice.subList(0, middle));
            place(slice.subList(middle, slice.size()));
        }
    }

    private void placeAll(List<Recollection> slice) {
        Set<String> tenants = slice.stream().map(Recollection::tenant).collect(Collectors.toSet());
        Map<String, SigningIssuer> issuers = issued.issuers().load(tenants);
        Placement placement = Placement.of(slice, known(slice), issuers.keySet());
        Instant at = Placement.latest(slice);
        placement.left().forEach(OwnOutput::leave);
        placement.replaced().forEach(id -> LOG.warnf("adoption.replaced credential=%s", id));
        database.inTransaction(taken(placement.entries(), issuers, at));
        List<Write> signed = issued.lists().signedAnew(placement.changes(), issuers);
        List<Write> writes = new ArrayList<>();
        if (!signed.isEmpty()) {
            writes.add(IssuerKeys.inUse(keys(issuers.values())));
        }
        writes.add(AdoptedCredentials.adopt(placement.adopted()));
        writes.addAll(AdoptedCredentials.timers(placement.adopted()));
        writes.add(AdoptedCredentials.succeeded(placement.succeeded()));
        writes.addAll(signed);
        writes.addAll(entries.passedOver(placement.missed(), at));
        writes.add(Recollections.placed(placement.placed()));
        database.inTransaction(writes);
        LOG.infof("adoption.placed adopted=%d of=%d", placement.adopted().size(), slice.size());
    }

    /** Another replica may put a new key in the place of one while lists are read here; then the slice is placed again (docs/adr/0052). */
    private static List<String> keys(Collection<SigningIssuer> issuers) {
        return issuers.stream().flatMap(issuer -> issuer.keyNames().stream()).toList();
    }

    private List<Write> taken(Map<String, List<StatusEntry>> byTenant, Map<String, SigningIssuer> issuers, Instant at) {
        List<Write> writes = new ArrayList<>();
        byTenant.forEach((tenant, taken) -> {
            SigningIssuer issuer = issuers.get(tenant);
            if (issuer != null) {
                writes.addAll(entries.taken(issuer, taken, at));
            }
        });
        return writes;
    }

    private static void leave(UUID credential, String why) {
        LOG.warnf("adoption.left credential=%s why=%s", credential, why);
    }

    private Known known(Collection<Recollection> said) {
        List<UUID> ids = said.stream().map(Recollection::credential).toList();
        List<UUID> succeeded = said.stream()
                .map(Recollection::superseded)
                .filter(Objects::nonNull)
                .map(CredentialSuperseded::award)
                .toList();
        return new Known(
                issued.credentials().load(ids, List.of()), issued.successions().load(succeeded));
    }
}
