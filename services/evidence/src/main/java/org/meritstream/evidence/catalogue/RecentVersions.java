package org.meritstream.evidence.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions met lately, the oldest given up first. Only the loop's thread uses it. */
final class RecentVersions {
    private static final int MOST = 2_000;

    private final LinkedHashMap<AchievementKey, Version> versions = new LinkedHashMap<>(16, 0.75f, true);

    Map<AchievementKey, Version> of(Collection<AchievementKey> keys) {
        Map<AchievementKey, Version> found = new HashMap<>();
        for (AchievementKey key : keys) {
            Version version = versions.get(key);
            if (version != null) {
                found.put(key, version);
            }
        }
        return found;
    }

    void add(Version version) {
        versions.put(AchievementKey.of(version.published()), version);
        if (versions.size() > MOST) {
            versions.remove(versions.firstEntry().getKey());
        }
    }
}
