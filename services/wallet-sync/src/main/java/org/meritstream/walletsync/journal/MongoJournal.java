package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.meritstream.log.Contended;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.Turn;

/**
 * Handled entries live inside the document that the event changed, so an event's effect and the memory of it are one atomic update. A
 * turn changes many documents and is not atomic as a whole: when one of them was changed by another replica ({@code Contended}), the
 * others may be stored already. They are then known at the next try, at this same position, and their bytes are emitted from the store.
 * The next positions come last, so that a crash on the way leaves them behind the effects, never ahead.
 */
@ApplicationScoped
public class MongoJournal implements Journal<WalletWrite> {
    static final String ENTRIES = "handled";
    private static final String ID = "_id";

    private final WalletDatabase database;
    private final Clock clock;
    private volatile boolean indexed;

    public MongoJournal(WalletDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<String, Handled> known(Collection<Inbound> events) {
        Map<String, Handled> known = new HashMap<>();
        Map<String, List<Inbound>> byPlace = events.stream().collect(Collectors.groupingBy(Places::of));
        byPlace.forEach((place, there) -> known.putAll(inside(place, there)));
        Set<String> ids = events.stream().map(Inbound::id).collect(Collectors.toSet());
        for (Document loose : database.loop(Places.HANDLED).find(in(ID, ids))) {
            Handled handled = Entries.read(loose);
            known.put(handled.id(), handled);
        }
        return known;
    }

    /** Two reads: almost always nothing is known, and then no stored bytes travel. */
    private Map<String, Handled> inside(String place, List<Inbound> events) {
        Set<String> ids = events.stream().map(Inbound::id).collect(Collectors.toSet());
        Set<String> places = events.stream().map(Places::id).collect(Collectors.toSet());
        MongoCollection<Document> collection = database.loop(place);
        Set<String> hits = new HashSet<>();
        for (Document document : collection.find(in(ID, places)).projection(include(ENTRIES + ".id"))) {
            if (entries(document).stream().anyMatch(entry -> ids.contains(entry.getString("id")))) {
                hits.add(document.getString(ID));
            }
        }
        Map<String, Handled> known = new HashMap<>();
        if (!hits.isEmpty()) {
            for (Document document : collection.find(in(ID, hits)).projection(include(ENTRIES))) {
                entries(document).stream()
                        .filter(entry -> ids.contains(entry.getString("id")))
                        .map(Entries::read)
                        .forEach(handled -> known.put(handled.id(), handled));
            }
        }
        return known;
    }

    static List<Document> entries(Document document) {
        return document.getList(ENTRIES, Document.class, List.of());
    }

    @Override
    public List<Position> next() {
        return Positions.read(database.loop(Places.POSITIONS));
    }

    @Override
    public void commit(Turn<WalletWrite> turn) {
        Map<String, Handled> handled = turn.handled().stream().collect(Collectors.toMap(Handled::id, entry -> entry));
        Instant now = clock.instant();
        Map<String, Bulk> changes = new HashMap<>();
        Map<String, Bulk> notes = new HashMap<>();
        for (WalletWrite write : turn.writes()) {
            switch (write) {
                case WalletWrite.Note note -> bulk(notes, note).add(note);
                case WalletWrite.Change change -> bulk(changes, change).add(change, taken(handled, change, now));
            }
        }
        unlessLoose(turn.handled());
        notes.values().forEach(Bulk::note);
        changes.values().forEach(Bulk::change);
        if (!handled.isEmpty()) {
            loose(handled.values(), now).change();
        }
        Positions.write(database.loop(Places.POSITIONS), turn.next());
    }

    @Override
    public int forget(String topic, Instant handledBefore, int most) {
        if (!indexed) {
            OldEntries.index(database);
            indexed = true;
        }
        return new OldEntries(database, topic, handledBefore).forget(most);
    }

    private Bulk bulk(Map<String, Bulk> bulks, WalletWrite write) {
        return bulks.computeIfAbsent(write.place(), place -> new Bulk(database.loop(place)));
    }

    /** The entries that go with a change; what is left over belongs to events that changed nothing. */
    private static List<Document> taken(Map<String, Handled> handled, WalletWrite.Change change, Instant now) {
        List<Document> entries = new ArrayList<>();
        for (WalletWrite.Cause cause : change.causes()) {
            Handled entry = handled.remove(cause.event());
            if (entry != null) {
                entries.add(Entries.write(entry, cause.outcome(), now));
            }
        }
        return entries;
    }

    /** An event that changed nothing stays so: a release that finds a change in it came too late. */
    private void unlessLoose(List<Handled> handled) {
        Set<String> ids = handled.stream().map(Handled::id).collect(Collectors.toSet());
        if (database.loop(Places.HANDLED).find(in(ID, ids)).first() != null) {
            throw new Contended("an event was handled meanwhile");
        }
    }

    private Bulk loose(Collection<Handled> handled, Instant now) {
        Bulk bulk = new Bulk(database.loop(Places.HANDLED));
        handled.forEach(entry -> bulk.add(Entries.write(entry, null, now).append(ID, entry.id())));
        return bulk;
    }
}
