package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.source.JoinBy;
import org.meritstream.events.EventData;

/** Any order, duplication and batching of deliveries and roster rows comes to the same in the end. */
class AnyOrderTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int HISTORIES = 60;
    private static final int ORDERS = 8;
    private static final List<String> TENANTS = List.of("northgate", "southbank");

    private final Random random = new Random(SEED);

    @Test
    void comesToTheSameInAnyOrder() {
        for (int i = 0; i < HISTORIES; i++) {
            List<EventData> events = events();
            Object expected = run(events).state();
            for (int order = 0; order < ORDERS; order++) {
                Collections.shuffle(events, random);
                assertThat(run(events).state())
                        .as("seed %d, history %d", SEED, i)
                        .isEqualTo(expected);
            }
        }
    }

    /** In batches of any size, with some events a second time. */
    private History run(List<EventData> events) {
        History history = new History(sources());
        List<EventData> rest = new ArrayList<>(events);
        for (int i = 0; i < events.size() / 4; i++) {
            rest.add(random.nextInt(rest.size()), rest.get(random.nextInt(rest.size())));
        }
        while (!rest.isEmpty()) {
            int size = Math.min(rest.size(), 1 + random.nextInt(6));
            history.run(List.copyOf(rest.subList(0, size)));
            rest.subList(0, size).clear();
        }
        return history;
    }

    private List<EventData> events() {
        List<EventData> events = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
            int person = random.nextInt(4);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> Deliver.canvas(tenant, "canvas", grade(person, true), number);
                        case 1 -> Deliver.canvas(tenant, "canvas", grade(person, false), number);
                        case 2 -> Deliver.canvas(tenant, "canvas-mail", course(person), number);
                        case 3 -> Deliver.moodle(tenant, "moodle-mail", mail(person), number);
                        case 4 -> Deliver.moodle(tenant, "moodle", quiz(person), number);
                        default -> Deliver.profiled(tenant, number(person), email(person), number);
                    });
        }
        return events;
    }

    private JsonNode grade(int person, boolean withNumber) {
        JsonNode grade = with(canvas("grade_change"), "body/user_id", "\"" + (700 + person) + "\"");
        with(grade, "body/student_sis_id", withNumber ? quoted(number(person)) : "null");
        with(grade, "body/old_score", random.nextBoolean() ? "null" : "3");
        return with(grade, "body/score", random.nextInt(4) == 0 ? "null" : String.valueOf(random.nextInt(3)));
    }

    private JsonNode course(int person) {
        JsonNode course = with(canvas("course_completed.by_job"), "body/user/id", "\"" + (700 + person) + "\"");
        with(course, "body/course/id", "\"" + (800 + random.nextInt(2)) + "\"");
        return with(course, "body/user/email", quoted(email(person)));
    }

    private JsonNode mail(int person) {
        JsonNode mail = with(statement("quiz_attempt.by_mail"), "actor/mbox", quoted("mailto:" + email(person)));
        return with(mail, "result/score/raw", String.valueOf(random.nextInt(3)));
    }

    private JsonNode quiz(int person) {
        JsonNode quiz = with(statement("quiz_attempt"), "actor/account/name", quoted(number(person)));
        return with(quiz, "result/score/raw", String.valueOf(random.nextInt(3)));
    }

    private static String number(int person) {
        return "S-" + person;
    }

    private static String email(int person) {
        return "learner-" + person + "@northgate.example";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static List<SourceRule> sources() {
        List<SourceRule> sources = new ArrayList<>();
        for (String tenant : TENANTS) {
            sources.add(new SourceRule(tenant, "canvas", JoinBy.STUDENT_NUMBER, false));
            sources.add(new SourceRule(tenant, "canvas-mail", JoinBy.EMAIL, false));
            sources.add(new SourceRule(tenant, "moodle-mail", JoinBy.EMAIL, false));
            sources.add(new SourceRule(tenant, "moodle", JoinBy.STUDENT_NUMBER, false));
        }
        return sources;
    }
}
