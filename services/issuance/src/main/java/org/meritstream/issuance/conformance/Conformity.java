package org.meritstream.issuance.conformance;

import java.util.ArrayList;
import java.util.List;

/** Whether a document has the form that the data model asks for. */
sealed interface Conformity {

    /** It has. */
    record Conforming() implements Conformity {}

    /** It has not, for one reason or several. */
    record Faulty(List<Fault> faults) implements Conformity {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    static Conformity of(List<Fault> faults) {
        return faults.isEmpty() ? new Conforming() : new Faulty(faults);
    }

    /** What is wrong; nothing where it conforms. */
    default List<Fault> reasons() {
        return switch (this) {
            case Conforming ignored -> List.of();
            case Faulty faulty -> faulty.faults();
        };
    }

    /** Gathers what is wrong, so that whoever wrote the document learns all of it at once. */
    final class Findings {
        private final List<Fault> faults = new ArrayList<>();

        /** Notes a malformed value, unless it holds. */
        void require(boolean holds, String detail) {
            if (!holds) {
                faults.add(Fault.malformed(detail));
            }
        }

        void add(Fault fault) {
            faults.add(fault);
        }

        Conformity conformity() {
            return of(faults);
        }
    }
}
