package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM holds, in megabytes. */
final class Memory {
    private static final long KILOBYTES = 1024;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private Memory() {}

    /** All of a process that is resident; 0 where the system does not tell. */
    static long resident(long pid) {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / KILOBYTES : 0;
        } catch (IOException untold) {
            return 0;
        }
    }

    /** What of its heap is live: it is made to collect. */
    static long live(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long live = 0;
        while (used.find()) {
            live += Long.parseLong(used.group(1));
        }
        return live / KILOBYTES;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
