package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.meritstream.quickstart.client.Json;

/**
 * One of the three learners of the demonstration. Every run has learners of its own, so that it can be played again.
 *
 * @param number the student number, of this run
 * @param user Canvas's local id
 */
record Person(String number, String name, String language, long user) {
    private static final int RUN_DISTANCE = 100;

    static Person of(int run, int index, String name, String language) {
        String number = "NG-100" + index + (run == 1 ? "" : "-" + run);
        return new Person(number, name, language, (long) run * RUN_DISTANCE + index);
    }

    ObjectNode row() {
        String mailbox = number.toLowerCase(Locale.ROOT) + "@students.northgate.example";
        return Json.object()
                .put("studentNumber", number)
                .put("displayName", name)
                .put("email", mailbox)
                .put("language", language);
    }
}
