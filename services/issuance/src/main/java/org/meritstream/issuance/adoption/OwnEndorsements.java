package org.meritstream.issuance.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.issuance.status.TakenEntries;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/**
 * Takes back the endorsements that were published. All that is to be known of one stands in one record, so each is put to its place as it is read,
 * with its status entry, and with its bit where it was revoked. Repeated it comes to the same.
 */
@ApplicationScoped
class OwnEndorsements {
    private static final Logger LOG = Logger.getLogger(OwnEndorsements.class);
    private static final Pattern LIST = Pattern.compile(".*/status/([a-z0-9-]{1,60})");

    private final Database database;
    private final Issuers issuers;
    private final StatusLists lists;
    private final TakenEntries entries;

    OwnEndorsements(Database database, Issuers issuers, StatusLists lists, TakenEntries entries) {
        this.database = database;
        this.issuers = issuers;
        this.lists = lists;
        this.entries = entries;
    }

    /** @param said in the order in which it was said; of each the last counts */
    void adopt(List<EndorsementDocument> said) {
        Map<UUID, EndorsementDocument> last = new LinkedHashMap<>();
        said.forEach(one -> last.put(one.endorsement(), one));
        Map<String, SigningIssuer> known = issuers.load(
                last.values().stream().map(EndorsementDocument::tenant).collect(Collectors.toSet()));
        Map<String, List<HeldEndorsement>> byTenant = last.values().stream()
                .map(one -> known.containsKey(one.tenant()) ? read(one) : left(one, "its tenant has no issuer"))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(HeldEndorsement::tenant));
        byTenant.forEach((tenant, all) -> place(Objects.requireNonNull(known.get(tenant)), all));
    }

    private void place(SigningIssuer issuer, List<HeldEndorsement> all) {
        List<StatusEntry> taken = all.stream().map(HeldEndorsement::status).toList();
        database.inTransaction(entries.taken(
                issuer,
                taken,
                all.stream()
                        .map(HeldEndorsement::issuedAt)
                        .max(Instant::compareTo)
                        .orElseThrow()));
        List<Write> signed =
                lists.signedAnew(changes(all), Map.of(issuer.issuer().tenant(), issuer));
        List<Write> writes = new ArrayList<>();
        if (!signed.isEmpty()) {
            writes.add(IssuerKeys.inUse(issuer.keyNames()));
        }
        all.stream().map(Endorsements::adopt).forEach(writes::add);
        writes.addAll(signed);
        database.inTransaction(writes);
        LOG.infof("adoption.endorsements tenant=%s adopted=%d", issuer.issuer().tenant(), all.size());
    }

    private static ListChanges changes(Collection<HeldEndorsement> all) {
        ListChanges changes = new ListChanges();
        all.stream().filter(one -> one.revokedAt() != null).forEach(one -> changes.revoke(one.status()));
        return changes;
    }

    private static @Nullable HeldEndorsement read(EndorsementDocument said) {
        try {
            return held(said);
        } catch (JsonProcessingException | ClassCastException | IllegalArgumentException e) {
            return left(said, "its document is not as this release would write it");
        }
    }

    private static HeldEndorsement held(EndorsementDocument said) throws JsonProcessingException {
        String secured = form(said, PublicForm.VC);
        if (secured == null) {
            throw new IllegalArgumentException("no document");
        }
        ObjectNode document = (ObjectNode) EventFormat.JSON.readTree(secured);
        document.remove("proof");
        Matcher list = LIST.matcher(
                document.at("/credentialStatus/statusListCredential").asText());
        if (!list.matches() || !list.group(1).matches(Pattern.quote(said.tenant()) + "-[0-9]{1,9}")) {
            throw new IllegalArgumentException("no list of its issuer");
        }
        int index = Integer.parseInt(
                document.at("/credentialStatus/statusListIndex").asText());
        return new HeldEndorsement(
                said.endorsement(),
                said.tenant(),
                said.endorsed(),
                document.at("/credentialSubject/endorsementComment").asText(),
                new StatusEntry(list.group(1), index),
                document.toString(),
                said.issuedAt(),
                secured,
                form(said, JoseSecuring.MEDIA_TYPE),
                said.state() == CredentialState.REVOKED ? said.updatedAt() : null);
    }

    private static @Nullable String form(EndorsementDocument said, String mediaType) {
        return said.forms().stream()
                .filter(form -> form.mediaType().equals(mediaType))
                .map(Form::document)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable HeldEndorsement left(EndorsementDocument said, String why) {
        LOG.warnf("adoption.left endorsement=%s why=%s", said.endorsement(), why);
        return null;
    }
}
