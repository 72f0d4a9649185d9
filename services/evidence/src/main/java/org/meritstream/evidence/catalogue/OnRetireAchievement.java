package org.meritstream.evidence.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.Message;
import org.meritstream.events.RetireAchievement;
import org.meritstream.evidence.catalogue.RetireDecision.Retirement;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** An achievement is to be retired. */
public final class OnRetireAchievement {
    private static final String SERVICE = "evidence";

    private OnRetireAchievement() {}

    public static List<Message> retire(Desk desk, RetireAchievement asked, Inbound event) {
        Shelf shelf = desk.shelf();
        List<AchievementPublished> versions = versions(shelf, asked);
        Set<AchievementKey> retired = versions.stream()
                .map(AchievementKey::of)
                .filter(key -> shelf.retiredAt(key) != null)
                .collect(Collectors.toSet());
        return switch (RetireDecision.decide(asked, versions, retired, event.time())) {
            case Retirement.Retire retire -> retire(desk, asked, retire.versions(), event);
            case Retirement.Unknown unknown -> refuse(desk, event, CatalogueProblems.neverPublished());
            case Retirement.NotNewest other -> refuse(desk, event, CatalogueProblems.notNewest(other.newest()));
        };
    }

    /** Those that were there, and those that this very turn publishes. */
    private static List<AchievementPublished> versions(Shelf shelf, RetireAchievement asked) {
        return Stream.concat(
                        shelf.versions(asked.tenant(), asked.achievement()).stream()
                                .map(Version::published),
                        shelf.published().stream()
                                .filter(version -> version.tenant().equals(asked.tenant())
                                        && version.achievement().equals(asked.achievement())))
                .toList();
    }

    private static List<Message> retire(
            Desk desk, RetireAchievement asked, List<AchievementRetired> versions, Inbound event) {
        versions.forEach(desk.shelf()::retire);
        AchievementKey newest = new AchievementKey(asked.tenant(), asked.achievement(), asked.version());
        desk.answer(new Answer.Done(event, PublicAddress.path(newest)));
        return versions.stream()
                .map(version -> Emission.of(SERVICE, event, id(version), version))
                .toList();
    }

    /** A version is retired once. */
    private static String id(AchievementRetired version) {
        return EventIds.of(
                "achievement.retired", version.tenant(), version.achievement(), String.valueOf(version.version()));
    }

    private static List<Message> refuse(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
