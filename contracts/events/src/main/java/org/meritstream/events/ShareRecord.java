package org.meritstream.events;

import java.util.UUID;

/**
 * Let everybody see a record at its address, or nobody any more; at the learner's word.
 *
 * @param learner whose it is
 */
public record ShareRecord(String tenant, UUID record, UUID learner, Visibility visibility) implements IssuanceCommand {
    @Override
    public String aggregate() {
        return learner.toString();
    }
}
