package org.meritstream.quickstart.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the product is reached. It is kept with the data, because issuers, credentials and DIDs carry it for good.
 *
 * @param port of the gateway; the other ports follow from it
 */
public record PublicAddress(int port, boolean tls) {
    /** Offsets of the ports that are not the gateway's: services, their management, the embedded servers. */
    private static final int SERVICES = 1;

    private static final int MANAGEMENT = 11;
    private static final int KAFKA = 21;

    /** The highest offset in use, that of the broker's controller. */
    public static final int LAST = 24;

    public String url() {
        return (tls ? "https" : "http") + "://localhost:" + port;
    }

    public int servicePort(int service) {
        return port + SERVICES + service;
    }

    public int managementPort(int service) {
        return port + MANAGEMENT + service;
    }

    public int kafka() {
        return port + KAFKA;
    }

    public int postgres() {
        return kafka() + 1;
    }

    public int mongo() {
        return kafka() + 2;
    }

    public int controller() {
        return port + LAST;
    }

    /** The address that this data directory was first brought up with. */
    public static Optional<PublicAddress> of(DataDirectory data) throws IOException {
        if (!Files.exists(data.addressFile())) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.addressFile())) {
            properties.load(reader);
        }
        return Optional.of(new PublicAddress(
                Integer.parseInt(properties.getProperty("port")), Boolean.parseBoolean(properties.getProperty("tls"))));
    }

    public void keep(DataDirectory data) throws IOException {
        PrivateFiles.write(data.addressFile(), "port=" + port + "\ntls=" + tls + "\n");
    }
}
