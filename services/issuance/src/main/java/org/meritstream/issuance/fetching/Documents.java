package org.meritstream.issuance.fetching;

import java.net.URI;

/** Where documents come from: the network, the own store, or a test's memory. Blocks; for a thread that may wait. */
public interface Documents {

    /**
     * The document at an address, or why there is none. Never an exception for what is not there.
     *
     * @param address absolute, as a credential or a person wrote it
     */
    Fetched read(URI address, Wanted wanted);
}
