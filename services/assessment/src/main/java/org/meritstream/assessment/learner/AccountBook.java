package org.meritstream.assessment.learner;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one turn: as loaded, and as they are now. An account is one person's; should a sender later name another person for it
 * (a corrected student number), the newer word counts.
 */
public final class AccountBook {
    private final Map<UUID, Account> loaded = new HashMap<>();
    private final Map<UUID, Account> now = new HashMap<>();

    public AccountBook(Collection<Account> accounts) {
        accounts.forEach(account -> loaded.put(account.id(), account));
        now.putAll(loaded);
    }

    /** The person behind an account, or null. */
    public @Nullable UUID learnerOf(@Nullable UUID account) {
        Account known = now.get(account);
        return known == null ? null : known.learner();
    }

    /** A fact is emitted under the account's provisional id. */
    public void announce(UUID account, String tenant, Instant at) {
        now.computeIfAbsent(account, id -> new Account(id, tenant, null, true, at));
    }

    /** The account turned out to be this person's. Whether that has to be announced. */
    public boolean link(UUID account, String tenant, UUID learner, Instant at) {
        Account known = now.get(account);
        if (known == null) {
            now.put(account, new Account(account, tenant, learner, false, at));
            return false;
        }
        boolean same = learner.equals(known.learner());
        boolean older = known.learner() != null && !at.isAfter(known.since());
        if (same || older) {
            return false;
        }
        now.put(account, new Account(account, tenant, learner, known.announced(), at));
        return known.announced();
    }

    /** Accounts met for the first time. */
    public List<Account> added() {
        return now.values().stream()
                .filter(account -> !loaded.containsKey(account.id()))
                .toList();
    }

    /** Accounts whose person is another than was loaded. */
    public List<Account> changed() {
        return now.values().stream()
                .filter(account -> loaded.containsKey(account.id()) && !account.equals(loaded.get(account.id())))
                .toList();
    }

    /** The person as it was loaded. */
    public @Nullable UUID before(Account account) {
        Account before = loaded.get(account.id());
        return before == null ? null : before.learner();
    }
}
