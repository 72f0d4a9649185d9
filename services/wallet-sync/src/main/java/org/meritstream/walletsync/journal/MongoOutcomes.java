package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Outcome;
import org.meritstream.log.http.OutcomeStore;

/** Outcomes of commands: each lies in the wallet that the command was for, in the same update as its effect; a note says which wallet. */
@ApplicationScoped
public class MongoOutcomes implements OutcomeStore {
    private static final String WALLET = "wallet";

    private final WalletDatabase database;

    public MongoOutcomes(WalletDatabase database) {
        this.database = database;
    }

    /** The note to write with a command. */
    public static WalletWrite.Note note(String command, String wallet) {
        return new WalletWrite.Note(Places.COMMANDS, command, new Document(WALLET, wallet));
    }

    @Override
    public Uni<@Nullable Outcome> find(UUID command) {
        return database.edge(Places.COMMANDS, Document.class)
                .find(eq("_id", command.toString()))
                .toUni()
                .chain(note -> note == null ? nothing() : inWallet(note.getString(WALLET), command.toString()));
    }

    private Uni<@Nullable Outcome> inWallet(String wallet, String command) {
        FindOptions part = new FindOptions().projection(include("handled.id", "handled.outcome"));
        return database.edge(Places.WALLETS, Document.class)
                .find(eq("_id", wallet), part)
                .toUni()
                .map(document -> document == null ? null : outcome(document, command));
    }

    private static @Nullable Outcome outcome(Document wallet, String command) {
        return MongoJournal.entries(wallet).stream()
                .filter(entry -> command.equals(entry.getString("id")))
                .findFirst()
                .map(Entries::outcome)
                .orElse(null);
    }

    private static Uni<@Nullable Outcome> nothing() {
        return Uni.createFrom().nullItem();
    }
}
