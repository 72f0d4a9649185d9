package org.meritstream.issuance.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.events.RecordDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Takes back the learner records that were published, so that what a wallet shows is at its address. Repeated it comes to the same. */
@ApplicationScoped
class OwnRecords {
    private static final Logger LOG = Logger.getLogger(OwnRecords.class);

    private final Database database;
    private final Issuers issuers;

    OwnRecords(Database database, Issuers issuers) {
        this.database = database;
        this.issuers = issuers;
    }

    /** @param said in the order in which it was said; of each the last counts */
    void adopt(List<RecordDocument> said) {
        Map<UUID, RecordDocument> last = new LinkedHashMap<>();
        said.forEach(one -> last.put(one.record(), one));
        Set<String> known = issuers.load(
                        last.values().stream().map(RecordDocument::tenant).collect(Collectors.toSet()))
                .keySet();
        List<Write> writes = last.values().stream()
                .map(one -> known.contains(one.tenant()) ? read(one) : left(one, "its tenant has no issuer"))
                .filter(Objects::nonNull)
                .map(LearnerRecords::adopt)
                .toList();
        if (!writes.isEmpty()) {
            database.inTransaction(writes);
            LOG.infof("adoption.records adopted=%d", writes.size());
        }
    }

    private static @Nullable HeldRecord read(RecordDocument said) {
        try {
            return held(said);
        } catch (JsonProcessingException | ClassCastException | IllegalArgumentException e) {
            return left(said, "its document is not as this release would write it");
        }
    }

    private static HeldRecord held(RecordDocument said) throws JsonProcessingException {
        String secured = form(said, PublicForm.VC);
        if (secured == null) {
            throw new IllegalArgumentException("no document");
        }
        ObjectNode document = (ObjectNode) EventFormat.JSON.readTree(secured);
        document.remove("proof");
        return new HeldRecord(
                said.record(),
                said.tenant(),
                said.learner(),
                said.stack(),
                said.credentials(),
                document.toString(),
                said.issuedAt(),
                secured,
                form(said, JoseSecuring.MEDIA_TYPE));
    }

    private static @Nullable String form(RecordDocument said, String mediaType) {
        return said.forms().stream()
                .filter(form -> form.mediaType().equals(mediaType))
                .map(Form::document)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable HeldRecord left(RecordDocument said, String why) {
        LOG.warnf("adoption.left record=%s why=%s", said.record(), why);
        return null;
    }
}
