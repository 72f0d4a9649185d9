package org.meritstream.evidence.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.dossiers.Dossier;

/** Dossiers as canonical JSON, members by name: equal dossiers are equal texts. */
final class CanonicalDossiers {
    private static final JsonMapper CANONICAL = ((JsonMapper) EventFormat.JSON)
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private CanonicalDossiers() {}

    /** In full. */
    static List<String> whole(MemoryStore evidence) throws JsonProcessingException {
        List<String> dossiers = new ArrayList<>();
        for (Dossier dossier : evidence.dossiers()) {
            dossiers.add(CANONICAL.writeValueAsString(dossier));
        }
        return dossiers;
    }

    /** What they say; how often each was judged on the way there depends on the order. */
    static List<String> judged(MemoryStore evidence) throws JsonProcessingException {
        List<String> judged = new ArrayList<>();
        for (Dossier dossier : evidence.dossiers()) {
            judged.add(
                    dossier.id() + " " + dossier.outcome() + " " + CANONICAL.writeValueAsString(dossier.explanation()));
        }
        return judged;
    }
}
