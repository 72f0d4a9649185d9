package org.meritstream.evidence.learn;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.evidence.learn.StandDecision.Stand;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.pages.Direction;

/** Every achievement of a learner, what can be done first. */
record OverviewPage(Frame frame, List<Item> items) {

    /**
     * An achievement in the list.
     *
     * @param next what to do, or null when there is nothing
     * @param look the class of the state's box
     */
    record Item(
            String address,
            String name,
            String contentLanguage,
            String contentDirection,
            String state,
            @Nullable String next,
            String look) {}

    static OverviewPage of(Frame frame, List<Progress> all) {
        return new OverviewPage(
                frame,
                all.stream()
                        .sorted(Comparator.comparingInt(OverviewPage::rank))
                        .map(progress -> item(frame, progress))
                        .toList());
    }

    /** What the institution offers. */
    public String catalogue() {
        return "/achievements?tenant=" + frame.visitor().tenant();
    }

    private static int rank(Progress progress) {
        return switch (StandDecision.decide(progress)) {
            case Stand.ToDo todo -> 0;
            case Stand.Waiting waiting -> 1;
            case Stand.Earned earned -> 2;
            case Stand.Withheld withheld -> 2;
            case Stand.Held held -> 3;
        };
    }

    private static Item item(Frame frame, Progress progress) {
        Achievement achievement = progress.version().definition();
        Top top = Top.of(progress, frame.words());
        return new Item(
                ProgressPage.address(progress.version().achievement()),
                achievement.name(),
                achievement.language(),
                Direction.of(achievement.language()),
                top.state(),
                top.todo().isEmpty() ? null : top.todo().getFirst().first(),
                top.look());
    }
}
