package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.form.BadgeFace;
import org.meritstream.issuance.form.Statement;
import org.meritstream.issuance.verification.Words;

/** A credential in words, as its document to print has them: those of its page, and from when until when it is valid. */
final class CredentialStatement {
    private CredentialStatement() {}

    static Statement of(SharedCredential shared, BadgeFace face) {
        JsonNode document = CredentialPage.tree(shared.credential().document());
        JsonNode subject = document.path("credentialSubject");
        String holder = subject.at("/identifier/0/identityHash").asText();
        Instant awarded = Instant.parse(document.path("awardedDate").asText());
        return new Statement(
                document.path("id").asText(),
                awarded,
                holder,
                face.issuer() + " awarded this to " + holder + " on " + Words.day(awarded) + ".",
                validity(document),
                shared.takenBack(),
                subject.at("/achievement/description").asText(),
                face,
                sections(shared, subject, holder));
    }

    private static String validity(JsonNode document) {
        String from = Words.day(Instant.parse(document.path("validFrom").asText()));
        return document.has("validUntil")
                ? "It is valid from " + from + " until "
                        + Words.moment(Instant.parse(document.path("validUntil").asText())) + "."
                : "It is valid from " + from + " and does not expire.";
    }

    private static List<Statement.Section> sections(SharedCredential shared, JsonNode subject, String holder) {
        JsonNode achievement = subject.path("achievement");
        Achievement copy = CredentialPage.copy(shared.definition());
        List<Statement.Section> sections = new ArrayList<>();
        add(sections, "What " + holder + " had to show", criteria(copy));
        add(sections, "Results", items(CredentialPage.results(subject, achievement), true));
        add(sections, "Skills", skills(achievement));
        add(sections, "Workload, level and quality", items(CredentialPage.recognition(copy), false));
        return sections;
    }

    private static List<Statement.Item> criteria(@Nullable Achievement copy) {
        List<Statement.Item> items = new ArrayList<>();
        String choice = CredentialPage.choice(copy);
        if (choice != null) {
            items.add(new Statement.Item("Needed", choice, false));
        }
        items.addAll(items(CredentialPage.criteria(copy), true));
        return items;
    }

    private static void add(List<Statement.Section> sections, String title, List<Statement.Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Statement.Section(title, items));
        }
    }

    private static List<Statement.Item> items(List<CredentialPage.Line> lines, boolean named) {
        return lines.stream()
                .map(line -> new Statement.Item(line.name(), line.text(), named))
                .toList();
    }

    private static List<Statement.Item> skills(JsonNode achievement) {
        return CredentialPage.skills(achievement).stream()
                .map(skill -> new Statement.Item(
                        skill.framework() == null ? "Skill" : skill.framework(), skill.name(), false))
                .toList();
    }
}
