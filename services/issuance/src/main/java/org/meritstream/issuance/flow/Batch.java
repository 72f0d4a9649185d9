package org.meritstream.issuance.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.IssueDecision;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.log.postgres.Waiting;
import org.meritstream.log.postgres.Write;

/**
 * What a batch was found to need, everything recorded and signed that is to be.
 *
 * @param cases what became of its awards, by the id of the event they are decided under
 * @param held the credentials that the batch speaks of and that were signed before it
 * @param withdrawn awards withdrawn before this batch
 * @param successors the credentials that came after those of its awards, by award
 * @param lists status lists signed anew with the bits this batch sets
 * @param rekeyings what commands do to keys and securings, with their outcomes, by the command's id
 * @param concluded what becomes of credentials of other issuers that learners handed in, of endorsements and of records, by the event's id
 * @param reissues what became of commands to issue a credential anew, by the command's id
 * @param slices the slices of bulk operations that it sees to, by the event's id
 * @param resecured what became of credentials to be secured again
 * @param papers what became of endorsements and learner records to be secured again
 * @param signers the names of the keys that it signed with
 * @param resumed what is taken up of the events that waited for what the batch brings
 */
record Batch(
        Map<String, List<Case>> cases,
        Map<UUID, HeldCredential> held,
        Map<UUID, Instant> withdrawn,
        Map<UUID, UUID> successors,
        List<Write> lists,
        Map<String, Effects> rekeyings,
        Map<String, Effects> concluded,
        Map<String, Reissuing.Reissued> reissues,
        Map<String, TakenSlice> slices,
        Map<UUID, Resecuring.Resecured> resecured,
        Map<UUID, Papers.Signed> papers,
        Set<String> signers,
        Waiting.Slice resumed) {

    /**
     * One award.
     *
     * @param minted what became of its credential, for an outcome that asks for one
     */
    record Case(
            Candidate candidate,
            IssueDecision.Outcome outcome,
            Minting.@org.jspecify.annotations.Nullable Minted minted) {}
}
