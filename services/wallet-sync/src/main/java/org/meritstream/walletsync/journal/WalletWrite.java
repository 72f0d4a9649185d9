package org.meritstream.walletsync.journal;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Outcome;

/** A write of this service's store. */
public sealed interface WalletWrite {

    /** The collection. */
    String place();

    /** The document's {@code _id}. */
    String id();

    /** What is set. */
    Document fields();

    /**
     * Changes a document if nobody else did since it was read. The handled entries of the events that caused it are part of the same
     * update.
     *
     * @param seen the version it was decided on; 0 for a document that is new
     */
    record Change(String place, String id, Document fields, long seen, List<Cause> causes) implements WalletWrite {

        public Change {
            causes = List.copyOf(causes);
        }
    }

    /**
     * Says something that is true for ever and the same whoever says it, such as which learner a credential belongs to. Written before
     * the changes and only where nothing stands yet, so a crash in between does no harm.
     */
    record Note(String place, String id, Document fields) implements WalletWrite {}

    /**
     * An event that caused a change.
     *
     * @param outcome what became of it, when it was a command
     */
    record Cause(String event, @Nullable Outcome outcome) {}
}
