package org.meritstream.quickstart.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.seed.Sender;

/** Sends one payload file as a seeded source and prints what became of it, one fact a line; says on standard error when nothing came of it. */
public final class Post {
    private static final String TENANT = "northgate";

    private final DataDirectory data;
    private final Staff staff;
    private final PrintStream out;
    private final PrintStream err;
    private final Duration patience;

    public Post(DataDirectory data, Staff staff, PrintStream out, PrintStream err) {
        this(data, staff, out, err, Consequences.FOR_A_DOSSIER);
    }

    Post(DataDirectory data, Staff staff, PrintStream out, PrintStream err, Duration patience) {
        this.data = data;
        this.staff = staff;
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    /**
     * Whether the delivery was answered with success.
     *
     * @param source {@code tenant/source}, or a source of the demonstration university
     */
    public boolean send(String source, Path file) throws IOException, InterruptedException {
        String tenant = source.contains("/") ? source.substring(0, source.indexOf('/')) : TENANT;
        String name = source.substring(source.indexOf('/') + 1);
        Sender sender = Sender.of(data, tenant, name);
        Api api = staff.of(tenant);
        Outcome outcome = new Courier(api, new Consequences(api, patience)).send(sender, read(file));
        outcome.lines().forEach(out::println);
        if (outcome.cameToNothing()) {
            err.println("No dossier changed within " + patience.toSeconds()
                    + " s: no published achievement asks for this activity, or"
                    + " evidence is behind; see deploy/quickstart.sh logs evidence.");
        }
        return !outcome.state().equals("refused");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Unavailable("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new Unavailable("The file " + file + " can not be read: it is a directory, or not yours to read.");
        }
    }
}
