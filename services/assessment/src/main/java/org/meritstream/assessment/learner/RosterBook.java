package org.meritstream.assessment.learner;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LearnerProfiled;

/** The roster of one turn, as far as the turn needs it. A newer word replaces an older one, whatever arrives first. */
public final class RosterBook {
    private final Map<UUID, Profile> profiles = new HashMap<>();
    private final Map<UUID, Set<UUID>> byEmail = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    public RosterBook(Collection<Profile> loaded) {
        loaded.forEach(this::hold);
    }

    /** The learners who have an e-mail address. */
    public Set<UUID> withEmail(UUID emailKey) {
        return Set.copyOf(byEmail.getOrDefault(emailKey, Set.of()));
    }

    /** Takes what the roster says. The e-mail keys that now lead to other learners than before. */
    public Set<UUID> profile(LearnerProfiled said, @Nullable UUID emailKey) {
        Profile before = profiles.get(said.learner());
        if (before != null && !said.profiledAt().isAfter(before.profiledAt())) {
            return Set.of();
        }
        UUID old = before == null ? null : before.emailKey();
        if (old != null) {
            byEmail.getOrDefault(old, new HashSet<>()).remove(said.learner());
        }
        hold(Profile.of(said, emailKey));
        changed.add(said.learner());
        Set<UUID> keys = new HashSet<>();
        if (!Objects.equals(old, emailKey)) {
            keys.add(old);
            keys.add(emailKey);
        }
        keys.removeIf(Objects::isNull);
        return keys;
    }

    /** Profiles to be stored. */
    public List<Profile> changed() {
        return changed.stream().map(profiles::get).map(Objects::requireNonNull).toList();
    }

    private void hold(Profile profile) {
        profiles.put(profile.id(), profile);
        UUID key = profile.emailKey();
        if (key != null) {
            byEmail.computeIfAbsent(key, k -> new HashSet<>()).add(profile.id());
        }
    }
}
