package org.meritstream.issuance.fetching;

import java.net.InetAddress;
import java.net.URI;

/** Where an address leads, once its name is resolved. */
sealed interface Place {

    /**
     * It may be read, at exactly this network address: a name that is resolved a second time may lead elsewhere.
     *
     * @param plain whether plain HTTP is spoken there
     */
    record Open(URI address, InetAddress server, boolean plain) implements Place {
        int port() {
            return address.getPort() < 0 ? (plain ? 80 : 443) : address.getPort();
        }

        /** Path and query, as HTTP asks for them. */
        String target() {
            String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        }
    }

    /** It is not read. */
    record Closed(String reason) implements Place {}
}
