package org.meritstream.issuance.fetching;

import java.net.URI;
import java.util.function.Supplier;

/** Where documents come from: the network, the own store, or a test's memory. Blocks; for a thread that may wait. */
public interface Documents {

    /**
     * The document at an address, or why there is none. Never an exception for what is not there.
     *
     * @param address absolute, as a credential or a person wrote it
     */
    Fetched read(URI address, Wanted wanted);

    /**
     * What is made of what was read: for one verification once, however many parts of it ask; where nothing is read together, anew each time.
     *
     * @param key what it is made of, by which it is told from all else
     */
    default <T> T once(Object key, Class<T> kind, Supplier<T> make) {
        return make.get();
    }
}
