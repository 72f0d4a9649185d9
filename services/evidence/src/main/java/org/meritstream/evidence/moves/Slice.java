package org.meritstream.evidence.moves;

import java.util.List;
import java.util.UUID;

/**
 * The next learners of a part.
 *
 * @param learners persons with a dossier by the version that is left, in ascending order
 * @param last whether no more follow
 */
public record Slice(Part part, List<UUID> learners, boolean last) {}
