package org.meritstream.evidence.artifacts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;

/**
 * What became of a submission, beside the fact: for whoever handed it in.
 *
 * @param artifact its id
 * @param number which try it is, or null where it was refused
 * @param refusal why, and what is left; empty where it was taken
 */
public record Heard(UUID artifact, @Nullable Integer number, List<Phrase> refusal) {}
