package org.meritstream.evidence.flow;

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
import org.meritstream.events.EventData;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.Moved;
import org.meritstream.events.SweepAwards;
import org.meritstream.evidence.artifacts.Heard;
import org.meritstream.evidence.awards.Awarding;
import org.meritstream.evidence.awards.Ledger;
import org.meritstream.evidence.batches.BatchBook;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Folders;
import org.meritstream.evidence.dossiers.Recording;
import org.meritstream.evidence.facts.FactBook;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.judgement.InTime;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Register;
import org.meritstream.evidence.moves.MoveBook;
import org.meritstream.evidence.moves.MoveOn;
import org.meritstream.evidence.restraints.RestraintBook;
import org.meritstream.evidence.reviews.Queue;
import org.meritstream.evidence.sweeps.Swept;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;

/**
 * The working set of one turn, on which its events are decided one after the other, each building on those before it. It belongs to one
 * call of {@link EvidenceWork#decide} and keeps what was loaded apart from what is to be stored.
 */
public final class Desk {
    private static final String SERVICE = "evidence";

    private final Register register;
    private final FactBook facts;
    private final Folders folders;
    private final Ledger ledger;
    private final Shelf shelf;
    private final Recording recording;
    private final Calendar calendar = new Calendar();
    private final RestraintBook restraints;
    private final BatchBook batches;
    private final Map<SweepAwards, List<Swept>> swept;
    private final MoveBook moves;
    private final Awarding awarding;
    private final Queue reviews;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<EventData> imports = new ArrayList<>();

    Desk(Loaded loaded, KeyedIds ids) {
        this.register = new Register(loaded.learners());
        this.facts = new FactBook(loaded.facts());
        this.folders = new Folders(loaded.dossiers());
        this.ledger = new Ledger(loaded.awards());
        this.shelf = new Shelf(loaded.catalogue());
        this.recording = new Recording(folders, ids);
        this.restraints = new RestraintBook(loaded.restraints());
        this.batches = new BatchBook(loaded.batches());
        this.swept = loaded.swept();
        this.moves = new MoveBook(loaded.moves());
        this.awarding = new Awarding(ledger, calendar, register, restraints, ids);
        this.reviews = new Queue(loaded.reviews(), ids);
    }

    public Register register() {
        return register;
    }

    public FactBook facts() {
        return facts;
    }

    public Folders folders() {
        return folders;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Shelf shelf() {
        return shelf;
    }

    /** What falls due later. */
    public Calendar calendar() {
        return calendar;
    }

    public RestraintBook restraints() {
        return restraints;
    }

    public BatchBook batches() {
        return batches;
    }

    /** The slice that a sweep asks for. */
    public List<Swept> swept(SweepAwards asked) {
        return swept.getOrDefault(asked, List.of());
    }

    /** Moves of learners to later versions. */
    public MoveBook moves() {
        return moves;
    }

    public Awarding awarding() {
        return awarding;
    }

    public Queue reviews() {
        return reviews;
    }

    /** What becomes of a command. */
    public void answer(Answer answer) {
        answers.add(answer);
    }

    /** What became of a submission. */
    public void hear(Heard submission) {
        heard.add(submission);
    }

    /** What was told of a credential of another issuer that a learner handed in. */
    public void told(EventData ofImport) {
        imports.add(ofImport);
    }

    List<EventData> toldOfImports() {
        return List.copyOf(imports);
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /**
     * Files a fact and judges whatever looks at what it is about. What is emitted, in order: the fact itself where it was established here
     * and is new, then what follows.
     */
    public List<Message> file(Filed filed, Inbound cause) {
        return file(filed, shelf.asking(List.of(filed.about())), cause);
    }

    /** Files a fact of which it is known which versions it changes something in. */
    public List<Message> file(Filed filed, Collection<AchievementKey> versions, Inbound cause) {
        List<Message> emitted = new ArrayList<>();
        boolean fresh = facts.add(filed);
        if (fresh && filed.said() instanceof FactFiled told) {
            String id = EventIds.of("fact.filed", filed.fact().id());
            emitted.add(Emission.of(SERVICE, cause, id, told));
        }
        register.touch(filed.learner());
        LearnerKey person = register.personOf(filed.learner()).key();
        emitted.addAll(judge(person, versions, cause));
        return emitted;
    }

    /** Judges a person's facts against these versions, settles the awards that follow, and derives who has to look at what. What is emitted, in order. */
    public List<Message> judge(LearnerKey person, Collection<AchievementKey> versions, Inbound cause) {
        register.touch(person);
        List<LearnerKey> ids = register.idsOf(person);
        List<Message> emitted = new ArrayList<>();
        SortedSet<String> achievements = new TreeSet<>();
        List<AchievementKey> opened = new ArrayList<>();
        Map<String, Set<Integer>> left = new HashMap<>();
        for (AchievementKey key : versions) {
            Version version = shelf.find(key);
            if (version == null) {
                continue;
            }
            if (left.computeIfAbsent(key.achievement(), name -> left(person, name))
                    .contains(key.version())) {
                folders.close(person, key);
                achievements.add(key.achievement());
                continue;
            }
            List<Fact> relevant = known(person, ids, version);
            boolean concerned = !relevant.isEmpty() && version.concerns(relevant);
            boolean open = folders.find(person, key) != null;
            if (!concerned && !open) {
                continue;
            }
            if (!open) {
                opened.add(key);
            }
            emitted.addAll(recording.evaluate(person, version.published(), relevant, cause));
            achievements.add(key.achievement());
        }
        emitted.addAll(settle(person, achievements, cause));
        emitted.addAll(MoveOn.whoBegan(this, person, opened, cause));
        achievements.forEach(achievement -> Looks.derive(this, person, achievement, cause.time()));
        return emitted;
    }

    /** Confers whatever was withheld from a person and is not any more. */
    public List<Message> release(LearnerKey person, Inbound cause) {
        register.touch(person);
        List<Message> emitted = new ArrayList<>();
        ledger.withheld(person).forEach(award -> emitted.addAll(awarding.release(award, cause)));
        return emitted;
    }

    /** The versions of an achievement that a person was moved from: they have no say any more, whatever becomes known; but never what was awarded. */
    private Set<Integer> left(LearnerKey person, String achievement) {
        Set<Integer> left = new HashSet<>();
        for (Fact fact : factsIn(person, achievement)) {
            if (fact instanceof Moved moved) {
                left.add(moved.from());
            }
        }
        if (!left.isEmpty()) {
            ledger.of(person, achievement).forEach(award -> left.remove(award.version()));
        }
        return left;
    }

    /** The published versions of an achievement that a person may be judged by, the oldest first. */
    public List<Version> versionsFor(LearnerKey person, String achievement) {
        Set<Integer> left = left(person, achievement);
        return shelf.versions(person.tenant(), achievement).stream()
                .filter(version -> !left.contains(version.published().version()))
                .toList();
    }

    /** What is known of a person within one achievement, all its versions. */
    public List<Fact> factsIn(LearnerKey person, String achievement) {
        Subject subject = Subject.achievement(person.tenant(), achievement);
        return facts.of(register.idsOf(person), Set.of(subject));
    }

    /**
     * What a version is judged by: everything that is known of a person; of a retired version what was done in time, unless the person was
     * awarded it once, so that an award can still be lost and come back.
     */
    private List<Fact> known(LearnerKey person, List<LearnerKey> ids, Version version) {
        List<Fact> known = facts.of(ids, version.subjects());
        Instant closed = closedAt(person, version);
        return closed == null ? known : InTime.of(known, closed);
    }

    /** Since when nothing new counts by a version for a person: since its retirement, unless they were awarded it once; null while it does. */
    public @Nullable Instant closedAt(LearnerKey person, Version version) {
        AchievementKey key = AchievementKey.of(version.published());
        return ledger.of(person, key.achievement()).isEmpty() ? shelf.retiredAt(key) : null;
    }

    /** Settles the awards of a person in these achievements. */
    public List<Message> settle(LearnerKey person, Set<String> achievements, Inbound cause) {
        register.touch(person);
        List<Message> emitted = new ArrayList<>();
        for (String achievement : achievements) {
            Awarding.Candidate candidate =
                    new Awarding.Candidate(person, achievement, Met.standing(this, person, achievement));
            emitted.addAll(awarding.settle(candidate, cause));
        }
        return emitted;
    }
}
