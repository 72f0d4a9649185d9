package org.meritstream.walletsync.wallet;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoIterable;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.journal.Places;
import org.meritstream.walletsync.journal.WalletDatabase;
import org.meritstream.walletsync.journal.WalletWrite;

/** The wallets. */
@ApplicationScoped
public class Wallets {
    private static final String ID = "_id";
    private static final Bson WITHOUT_ENTRIES = exclude("handled");

    private final WalletDatabase database;

    public Wallets(WalletDatabase database) {
        this.database = database;
    }

    /** Those of these ids that the store holds, by id; for the loop. */
    public Map<String, Wallet> load(Collection<String> ids) {
        Map<String, Wallet> wallets = new HashMap<>();
        MongoIterable<Wallet> found =
                database.loop(Places.WALLETS, Wallet.class).find(in(ID, ids)).projection(WITHOUT_ENTRIES);
        for (Wallet wallet : found) {
            wallets.put(wallet.id(), wallet);
        }
        return wallets;
    }

    /** The write that stores a wallet as it stands now, with the events that made it so. */
    public static WalletWrite.Change change(Wallet wallet, List<WalletWrite.Cause> causes) {
        Document fields = new Document("tenant", wallet.tenant())
                .append("learner", wallet.learner())
                .append("offers", wallet.offers())
                .append("records", wallet.records());
        if (wallet.profile() != null) {
            fields.append("profile", wallet.profile());
        }
        return new WalletWrite.Change(Places.WALLETS, wallet.id(), fields, wallet.version(), causes);
    }

    /** A learner's wallet, or null. */
    public Uni<@Nullable Wallet> of(String tenant, UUID learner) {
        return database.edge(Places.WALLETS, Wallet.class)
                .find(eq(ID, Wallet.id(tenant, learner)), new FindOptions().projection(WITHOUT_ENTRIES))
                .toUni();
    }

    /** A page of a tenant's wallets in the order of their ids, beginning after a learner's. */
    public Uni<List<Wallet>> page(String tenant, @Nullable UUID after, int limit) {
        String from = after == null ? tenant + "/" : Wallet.id(tenant, after);
        Bson range = and(gt(ID, from), lt(ID, tenant + "0"));
        FindOptions options = new FindOptions()
                .projection(WITHOUT_ENTRIES)
                .sort(ascending(ID))
                .limit(limit);
        return database.edge(Places.WALLETS, Wallet.class)
                .find(range, options)
                .collect()
                .asList();
    }
}
