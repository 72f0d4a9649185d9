package org.meritstream.quickstart.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who owns which path: whole segments, the longest prefix wins. */
public final class Routes {
    /** The owner of what the gateway answers itself. */
    public static final String GATEWAY = "gateway";

    private final Map<String, String> owners;

    private Routes(Map<String, String> owners) {
        this.owners = Map.copyOf(owners);
    }

    /** The table that comes with the product. */
    public static Routes ofTheProduct() {
        try (InputStream in = Routes.class.getResourceAsStream("routes.properties")) {
            if (in == null) {
                throw new IllegalStateException("routes.properties is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(reader.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads lines {@code prefix = owner}; empty lines and those that start with a number sign say nothing.
     *
     * @throws IllegalArgumentException for a prefix with two owners, and for a line that is no route
     */
    static Routes of(List<String> lines) {
        Map<String, String> owners = new HashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0 || !line.startsWith("/")) {
                throw new IllegalArgumentException("no route: " + line);
            }
            String prefix = line.substring(0, equals).strip();
            if (owners.put(prefix, line.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("two owners of " + prefix);
            }
        }
        return new Routes(owners);
    }

    /** The owner of a path; what nobody owns is the gateway's, which answers 404 then. */
    public String ownerOf(String path) {
        String prefix = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        while (!prefix.isEmpty()) {
            String owner = owners.get(prefix);
            if (owner != null) {
                return owner;
            }
            prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
        }
        return GATEWAY;
    }

    /** Every prefix with its owner. */
    public Map<String, String> owners() {
        return owners;
    }
}
