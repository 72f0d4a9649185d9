package org.meritstream.quickstart.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Command lines of the JVMs that the launcher starts. Services: small heap, one collector thread, the quick compiler only. */
final class JavaCommand {
    /** The options that tests and measurements may replace. */
    private static final String OPTIONS_VARIABLE = "MERITSTREAM_SERVICE_JAVA_OPTIONS";

    /** Without -Xms a JVM takes a 64th of the machine at once, which on any big machine is all of -Xmx. */
    private static final String SERVICE_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx192m";

    /**
     * All deliveries and all four services wait while the broker stands still. Two collector threads take half as long as one; a young
     * generation of half the heap lets most of what a request leaves die there. The quick compiler alone, as in the services: the other
     * one was at work for minutes, while senders waited.
     */
    private static final String SERVERS_OPTIONS = "-XX:+UseParallelGC -XX:ParallelGCThreads=2 -Xmn224m -Xmx448m"
            + " -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -XX:MetaspaceSize=128m";

    /** Whoever answers senders goes first: what works off the log can wait some milliseconds, on a small machine they would not. */
    private static final List<String> BEHIND = List.of("nice", "-n", "5");

    private JavaCommand() {}

    /** A service, with the options that use or make its archive. */
    static List<String> service(Installation installation, Service service, List<String> archiveOptions) {
        String options = Optional.ofNullable(System.getenv(OPTIONS_VARIABLE)).orElse(SERVICE_OPTIONS);
        List<String> command = new ArrayList<>(service == Service.ASSESSMENT ? List.of() : BEHIND);
        command.add(java().toString());
        command.addAll(List.of(options.trim().split("\\s+", -1)));
        command.addAll(archiveOptions);
        command.addAll(List.of(
                "-jar",
                installation.application(service).resolve("quarkus-run.jar").toString()));
        return command;
    }

    /** A class of this module, on this JVM's class path. */
    static List<String> own(String options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    static List<String> servers(Class<?> main) {
        return own(SERVERS_OPTIONS, main);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
