package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.facts.Subject;

/**
 * The catalogue as one turn sees it, and what the turn publishes.
 *
 * <p>A publication of this turn is not looked up by subject: learners whose facts came first are reached by {@link ReachTimer}, and the
 * facts of this very turn are among them.
 */
public final class Shelf {

    /**
     * What was loaded.
     *
     * @param asking the versions that look at a subject
     * @param last the newest version of an achievement, by {@link #slot}
     * @param components which achievements are earned by holding which, by tenant, where something is published
     * @param retired since when nobody earns a version any more
     * @param editions how often a tenant published; absent until it first did
     */
    public record Loaded(
            Map<Subject, List<AchievementKey>> asking,
            Map<AchievementKey, Version> definitions,
            Map<String, Integer> last,
            Map<String, Map<String, Set<String>>> components,
            Map<AchievementKey, Instant> retired,
            Map<String, Long> editions) {}

    private final Loaded loaded;
    private final Map<String, Integer> last;
    private final Map<String, Map<String, Set<String>>> components = new HashMap<>();
    private final Map<AchievementKey, Instant> retired;
    private final List<AchievementPublished> published = new ArrayList<>();
    private final List<AchievementRetired> retirements = new ArrayList<>();

    public Shelf(Loaded loaded) {
        this.loaded = loaded;
        this.last = new HashMap<>(loaded.last());
        loaded.components()
                .forEach((tenant, of) ->
                        of.forEach((stack, names) -> composed(tenant, stack).addAll(names)));
        this.retired = new HashMap<>(loaded.retired());
    }

    /** The key of {@link Loaded#last}. */
    public static String slot(String tenant, String achievement) {
        return tenant + "/" + achievement;
    }

    /** The versions that look at any of the subjects. */
    public SortedSet<AchievementKey> asking(Collection<Subject> subjects) {
        SortedSet<AchievementKey> keys = new TreeSet<>();
        subjects.forEach(subject -> keys.addAll(loaded.asking().getOrDefault(subject, List.of())));
        return keys;
    }

    /** The published versions of an achievement, the oldest first; empty unless a fact or command of the turn is about it. */
    public List<Version> versions(String tenant, String achievement) {
        List<Version> versions = new ArrayList<>();
        for (AchievementKey key : asking(List.of(Subject.achievement(tenant, achievement)))) {
            Version version = find(key);
            if (version != null) {
                versions.add(version);
            }
        }
        return versions;
    }

    /** A version, or null when there is none such. */
    public @Nullable Version find(AchievementKey key) {
        return loaded.definitions().get(key);
    }

    /** The newest version of an achievement; 0 before the first. */
    public int lastVersion(String tenant, String achievement) {
        return last.getOrDefault(slot(tenant, achievement), 0);
    }

    /** What a publication has to fit into, with what this turn has published before it. */
    public Surroundings surroundings(PublishAchievement asked) {
        Map<String, Version> newest = new HashMap<>();
        Components.names(asked.definition()).forEach(component -> {
            Version version = newest(asked.tenant(), component);
            if (version != null) {
                newest.put(component, version);
            }
        });
        return new Surroundings(components.getOrDefault(asked.tenant(), Map.of()), newest);
    }

    private @Nullable Version newest(String tenant, String achievement) {
        AchievementKey key = new AchievementKey(tenant, achievement, lastVersion(tenant, achievement));
        return published.stream()
                .filter(version -> AchievementKey.of(version).equals(key))
                .map(Version::of)
                .findFirst()
                .orElseGet(() -> find(key));
    }

    private Set<String> composed(String tenant, String stack) {
        return components
                .computeIfAbsent(tenant, name -> new HashMap<>())
                .computeIfAbsent(stack, name -> new HashSet<>());
    }

    /** Puts a version on the shelf. */
    public void publish(AchievementPublished version) {
        published.add(version);
        last.put(slot(version.tenant(), version.achievement()), version.version());
        Components.names(version.definition()).forEach(composed(version.tenant(), version.achievement())::add);
    }

    /** Since when nobody earns a version any more, or null while it may be earned. */
    public @Nullable Instant retiredAt(AchievementKey key) {
        return retired.get(key);
    }

    /** Takes a version off the shelf; what was awarded stands. */
    public void retire(AchievementRetired version) {
        retirements.add(version);
        retired.put(AchievementKey.of(version.asPublished()), version.retiredAt());
    }

    /** What the turn retires. */
    public List<AchievementRetired> retirements() {
        return List.copyOf(retirements);
    }

    /** What the turn publishes. */
    public List<AchievementPublished> published() {
        return List.copyOf(published);
    }

    /** How often the tenant had published when this was loaded, or null if never. */
    public @Nullable Long edition(String tenant) {
        return loaded.editions().get(tenant);
    }
}
