package org.meritstream.evidence.learners;

import java.util.List;

/** What it means that an account turned out to be a known learner's. */
public final class LinkDecision {

    private LinkDecision() {}

    /** What becomes of a link. */
    public sealed interface Link {

        /** The account belongs to that person already. */
        record Nothing() implements Link {}

        /**
         * The ids, and with them their facts, go from one person to the other.
         *
         * @param from the person they belonged to; gone if all its ids move
         */
        record Move(List<LearnerKey> ids, LearnerKey from, LearnerKey to) implements Link {

            /** Whether nothing is left of the former person. */
            public boolean dissolves() {
                return ids.contains(from);
            }
        }
    }

    /**
     * Links an account to a learner. A link to an account that was itself linked leads on to the person; an account that stands for
     * others takes them along; a circle changes nothing.
     */
    public static Link decide(Register register, LearnerKey account, LearnerKey learner) {
        LearnerKey from = register.personOf(account).key();
        LearnerKey to = register.personOf(learner).key();
        if (from.equals(to)) {
            return new Link.Nothing();
        }
        List<LearnerKey> ids = from.equals(account) ? register.idsOf(account) : List.of(account);
        return new Link.Move(ids, from, to);
    }
}
