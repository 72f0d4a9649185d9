package org.meritstream.log;

import java.util.List;

/**
 * What a service takes back of its own output when its store was put back to an older copy (docs/adr/0030), before it handles anything: what
 * it chose itself and can not choose again. Called by one thread; every step may be repeated, and is after a crash.
 */
public interface Adoption {

    /** Of a service that derives all it says from what it reads. */
    Adoption NOTHING = new Adoption() {
        @Override
        public List<String> topics() {
            return List.of();
        }

        @Override
        public void keep(Own own, List<Position> next) {
            // There is nothing to read.
        }

        @Override
        public boolean place() {
            return false;
        }
    };

    /**
     * A slice of the service's own output.
     *
     * @param said in the order of each partition
     * @param erased keys of compacted topics whose last record says that they are gone
     */
    record Own(List<Inbound> said, List<String> erased) {}

    /**
     * The topics that hold it, which are read to their end. None may be one that the service reads anyway: both keep their places in {@link
     * Journal#next}.
     */
    List<String> topics();

    /** Keeps what a slice says and where the reading goes on, all or nothing. */
    void keep(Own own, List<Position> next);

    /** Once all is kept: puts a bounded part of it to where it belongs. False when there was nothing more to do. */
    boolean place();
}
