package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One start and stop of each service whose start-up archive is missing. What fails here costs time later, nothing else. */
final class Training {
    private static final int AT_ONCE = 2;

    private final Installation installation;
    private final Children children;
    private final Progress progress;

    Training(Installation installation, Children children, Progress progress) {
        this.installation = installation;
        this.children = children;
        this.progress = progress;
    }

    /** Makes the archives that are missing, two at a time; a service that cannot start ends it at once. */
    void makeMissing() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().factory());
        CompletionService<Void> runs = new ExecutorCompletionService<>(threads);
        int started = 0;
        for (Service service : Service.values()) {
            Archive archive = Archive.of(installation, service);
            if (!archive.made()) {
                runs.submit(() -> make(service, archive), null);
                started++;
            }
        }
        try {
            for (int ended = 0; ended < started; ended++) {
                runs.take().get();
            }
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void make(Service service, Archive archive) {
        progress.say("training " + service);
        Path draft = archive.file().resolveSibling(archive.file().getFileName() + ".draft");
        try {
            Files.createDirectories(draft.resolveSibling(""));
            Supervisor supervisor = new Supervisor(children.training(service, draft), progress);
            supervisor.start().join();
            supervisor.stop();
            if (Files.exists(draft)) {
                removeOlder(service, draft);
                Files.move(draft, archive.file(), StandardCopyOption.ATOMIC_MOVE);
            }
            progress.say((archive.made() ? "trained " : "untrained ") + service);
        } catch (IOException unwritable) {
            progress.say("untrained " + service);
        }
    }

    /** Archives of jars that are no longer there; each is more than 50 MB. */
    private static void removeOlder(Service service, Path draft) throws IOException {
        try (var files = Files.newDirectoryStream(draft.resolveSibling(""), service + "-*.{aot,jsa}")) {
            for (Path old : files) {
                Files.delete(old);
            }
        }
    }
}
