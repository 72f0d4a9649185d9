package org.meritstream.issuance.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.AchievementType;
import org.meritstream.issuance.credential.PublicCredentials;
import org.meritstream.issuance.endorsement.PublicEndorsements;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.PublicIssuers;
import org.meritstream.issuance.learnerrecord.PublicRecords;
import org.meritstream.issuance.status.PublishedList;
import org.meritstream.log.LogConfig;
import org.meritstream.log.postgres.Database;

/**
 * What this service itself publishes, read from its store and not over its own public address: that may lead through a proxy, be inside a
 * network, or be served with a certificate that Java does not know. The same documents, to the byte, that the world gets.
 */
@ApplicationScoped
public class OwnDocuments {
    private static final Pattern DID = Pattern.compile("/issuers/([a-z0-9-]{1,40})/did\\.json");
    private static final Pattern TYPE =
            Pattern.compile("/issuers/([a-z0-9-]{1,40})/types/achievement/" + AchievementType.VERSION);
    private static final Pattern STATUS = Pattern.compile("/status/([a-z0-9-]{1,60})");
    private static final Pattern ENDORSEMENT = Pattern.compile("/endorsements/([0-9a-f-]{36})");
    private static final Pattern RECORD = Pattern.compile("/records/([0-9a-f-]{36})");
    private static final Pattern CREDENTIAL = Pattern.compile("/credentials/([0-9a-f-]{36})");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 200;
    private static final Fetched NOTHING = new Fetched.Missing("There is nothing to be seen at its address.");

    private final URI base;
    private final Database database;
    private final Kept kept;

    public OwnDocuments(LogConfig config, Database database, Kept kept) {
        this.base = URI.create(config.publicUrl());
        this.database = database;
        this.kept = kept;
    }

    /** What is published, in the store. */
    @Dependent
    public record Kept(
            PublicIssuers issuers,
            PublicCredentials credentials,
            PublicEndorsements endorsements,
            PublicRecords records) {}

    /** Ours alone, each once, for one verification: of nothing else anything is read. */
    public Documents alone() {
        return new Reading(before((address, wanted) -> NOTHING), MOST, PATIENCE);
    }

    /** Ours from the store, others' from there. */
    public Documents before(Documents others) {
        return (address, wanted) -> {
            Fetched own = here(address) ? own(path(address), wanted) : null;
            return own == null ? others.read(address, wanted) : own;
        };
    }

    /** By host and port; which scheme was meant a {@code did:web} does not say. */
    private boolean here(URI address) {
        return base.getHost().equalsIgnoreCase(address.getHost())
                && (base.getPort() == address.getPort() || port(base) == port(address))
                && address.getRawPath() != null
                && address.getRawPath().startsWith(base.getRawPath());
    }

    private static int port(URI address) {
        int standard = "http".equals(address.getScheme()) ? 80 : 443;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    private String path(URI address) {
        return address.getRawPath().substring(base.getRawPath().length());
    }

    private @Nullable Fetched own(String path, Wanted wanted) {
        Matcher did = DID.matcher(path);
        if (did.matches()) {
            return did(did.group(1));
        }
        Matcher type = TYPE.matcher(path);
        if (type.matches()) {
            return type(type.group(1));
        }
        Matcher status = STATUS.matcher(path);
        if (status.matches()) {
            return status(status.group(1), wanted == Wanted.STATUS_TOKEN ? "token" : "document");
        }
        Matcher endorsement = ENDORSEMENT.matcher(path);
        if (wanted == Wanted.CREDENTIAL && endorsement.matches()) {
            return endorsement(endorsement.group(1));
        }
        Matcher record = RECORD.matcher(path);
        if (wanted == Wanted.CREDENTIAL && record.matches()) {
            return record(record.group(1));
        }
        Matcher credential = CREDENTIAL.matcher(path);
        return wanted == Wanted.CREDENTIAL && credential.matches() ? credential(credential.group(1)) : null;
    }

    private Fetched did(String tenant) {
        PublicIssuers.Found found = kept.issuers().find(tenant).await().atMost(PATIENCE);
        return found == null ? NOTHING : Fetched.Found.of(IssuerDocuments.did(found.issuer(), found.keys()));
    }

    private Fetched type(String tenant) {
        PublicIssuers.Found found = kept.issuers().find(tenant).await().atMost(PATIENCE);
        return found == null
                ? NOTHING
                : Fetched.Found.of(AchievementType.of(found.issuer()).metadata());
    }

    private Fetched status(String list, String form) {
        var rows = database.query(PublishedList.FIND, PublishedList.named(list)).iterator();
        String text = rows.hasNext() ? rows.next().getString(form) : null;
        return text == null ? NOTHING : Fetched.Found.of(text);
    }

    private Fetched endorsement(String id) {
        try {
            var found = kept.endorsements().find(UUID.fromString(id)).await().atMost(PATIENCE);
            return found == null
                    ? NOTHING
                    : Fetched.Found.of(found.endorsement().made());
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private Fetched record(String id) {
        try {
            var found = kept.records().find(UUID.fromString(id)).await().atMost(PATIENCE);
            return found == null || found.corrected()
                    ? NOTHING
                    : Fetched.Found.of(found.record().made());
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private Fetched credential(String id) {
        try {
            var shared =
                    kept.credentials().document(UUID.fromString(id)).await().atMost(PATIENCE);
            return shared == null || shared.corrected() != null
                    ? NOTHING
                    : Fetched.Found.of(shared.credential().secured());
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
