package org.meritstream.issuance.flow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.status.ListChanges;

/** Which bits a batch sets, whatever the order of its events: those of the credentials that stand revoked when it is done. Pure. */
final class RevokedBits {
    private RevokedBits() {}

    static ListChanges of(
            Facts facts, Map<UUID, HeldCredential> held, Collection<Minted> minted, Set<UUID> withdrawnBefore) {
        Set<UUID> withdrawnNow =
                facts.withdrawn().stream().map(AwardWithdrawn::award).collect(Collectors.toSet());
        Stream<HeldCredential> byCommand = facts.revocations().stream()
                .flatMap(command -> Stream.ofNullable(held.get(command.credential()))
                        .filter(credential -> credential.tenant().equals(command.tenant())));
        Stream<HeldCredential> byWithdrawal =
                held.values().stream().filter(credential -> withdrawnNow.contains(credential.award()));
        ListChanges changes = new ListChanges();
        Stream.of(byCommand, byWithdrawal, fresh(minted, withdrawnNow), fresh(minted, withdrawnBefore))
                .flatMap(credentials -> credentials)
                .filter(credential -> credential.revokedAt() == null)
                .forEach(credential -> changes.revoke(credential.status()));
        return changes;
    }

    private static Stream<HeldCredential> fresh(Collection<Minted> minted, Set<UUID> withdrawn) {
        return minted.stream()
                .flatMap(result ->
                        result instanceof Minted.Signed signed ? Stream.of(signed.credential()) : Stream.empty())
                .filter(credential -> withdrawn.contains(credential.award()));
    }
}
