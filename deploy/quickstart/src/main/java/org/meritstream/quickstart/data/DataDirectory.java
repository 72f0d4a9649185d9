package org.meritstream.quickstart.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The places in a data directory. Everything in it belongs to the user who made it. */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the directory and its parts; whoever else uses the machine may not look in. */
    public DataDirectory create() throws IOException {
        PrivateFiles.directory(root);
        for (Path part : new Path[] {secrets(), logs(), run(), servers()}) {
            PrivateFiles.directory(part);
        }
        return this;
    }

    public boolean exists() {
        return Files.isDirectory(secrets());
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path secret(String name) {
        return secrets().resolve(name);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** What is true only while the product runs: process ids and progress. */
    public Path run() {
        return root.resolve("run");
    }

    public Path pidFile(String process) {
        return run().resolve(process + ".pid");
    }

    public Path progress() {
        return run().resolve("progress");
    }

    public Path servers() {
        return root.resolve("servers");
    }

    /** What learners handed in. */
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    public Path archives() {
        return root.resolve("archives");
    }

    public Path tls() {
        return root.resolve("tls");
    }

    public Path addressFile() {
        return root.resolve("address.properties");
    }
}
