package org.meritstream.issuance.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The addresses of a host name. */
@FunctionalInterface
interface Resolver {

    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As the machine resolves names. */
    static Resolver ofTheMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
