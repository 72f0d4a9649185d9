package org.meritstream.issuance.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardResult;
import org.meritstream.events.Criterion;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.template.Composition;
import org.meritstream.issuance.template.SlotKind;
import org.meritstream.issuance.template.Value;
import org.meritstream.openbadges.OpenBadgesAchievement;
import org.meritstream.openbadges.ResultScale;

/**
 * An AchievementCredential in its two parts. The document is written from them alone ({@link AchievementCredential}), so what is new in it has
 * to come from one of the two. Pure.
 *
 * @param values in the order in which the document takes them
 */
record CredentialComposition(CredentialShape shape, List<Value> values) implements Composition {

    static CredentialComposition of(
            UUID id, Issuer issuer, Achievement achievement, AchievementCredential.Award award) {
        AwardConferred conferred = award.conferred();
        Holder holder = award.holder();
        String address = issuer.achievementAddress(conferred.achievement(), conferred.version());
        List<Attained> attained = attained(address, achievement, conferred.results());
        CredentialShape shape = new CredentialShape(
                issuer,
                achievement,
                address,
                conferred.version(),
                holder.subject() != null,
                hasMail(holder),
                achievement.validForMonths() != null,
                attained.stream().map(Attained::shape).toList(),
                CredentialEvidence.shapes(conferred),
                award.status().list(),
                award.profile().suspends());
        List<Value> own = new ArrayList<>(24);
        own.add(new Value(SlotKind.ADDRESS, issuer.credentialAddress(id)));
        addTimes(own, conferred.conferredAt(), achievement.validForMonths());
        addHolder(own, holder);
        attained.forEach(result -> result.addTo(own));
        CredentialEvidence.addTo(own, conferred, issuer);
        StatusEntries.addTo(own, issuer, award.status(), shape.suspendable());
        if (shape.ends()) {
            own.add(new Value(SlotKind.ADDRESS, issuer.refreshAddress(id)));
        }
        return new CredentialComposition(shape, List.copyOf(own));
    }

    @Override
    public String text(List<String> others) {
        return AchievementCredential.document(shape, others);
    }

    String text() {
        return text(values.stream().map(Value::text).toList());
    }

    /**
     * When what begins then ends: the same day and time so many months later, or the last day of a shorter month; in UTC, as all times of the
     * document are.
     */
    static @Nullable Instant until(Instant begin, @Nullable Integer months) {
        return months == null
                ? null
                : begin.truncatedTo(ChronoUnit.SECONDS)
                        .atOffset(ZoneOffset.UTC)
                        .plusMonths(months)
                        .toInstant();
    }

    private static void addTimes(List<Value> own, Instant conferredAt, @Nullable Integer months) {
        Instant from = conferredAt.truncatedTo(ChronoUnit.SECONDS);
        own.add(new Value(SlotKind.TIME, from.toString()));
        Instant until = until(conferredAt, months);
        if (until != null) {
            own.add(new Value(SlotKind.TIME, until.toString()));
        }
    }

    private static void addHolder(List<Value> own, Holder holder) {
        if (holder.subject() != null) {
            own.add(new Value(SlotKind.ADDRESS, holder.subject()));
        }
        addIdentifiers(own, holder);
    }

    static void addIdentifiers(List<Value> own, Holder holder) {
        own.add(new Value(SlotKind.TEXT, holder.displayName()));
        String email = holder.email();
        if (email != null && hasMail(holder)) {
            own.add(new Value(SlotKind.TEXT, AchievementCredential.identityHash(email, holder.salt())));
            own.add(new Value(SlotKind.TEXT, holder.salt()));
        }
    }

    private static boolean hasMail(Holder holder) {
        return holder.email() != null && !holder.email().isBlank();
    }

    /**
     * A result as it is told.
     *
     * @param level address of the level that was reached, or null where the criterion has none
     */
    private record Attained(String description, @Nullable String level, String value) {
        CredentialShape.Result shape() {
            return new CredentialShape.Result(description, level != null);
        }

        void addTo(List<Value> own) {
            if (level != null) {
                own.add(new Value(SlotKind.ADDRESS, level));
            }
            own.add(new Value(SlotKind.TEXT, value));
        }
    }

    private static List<Attained> attained(String address, Achievement achievement, List<AwardResult> results) {
        List<Attained> attained = new ArrayList<>(results.size());
        for (AwardResult result : results) {
            for (Criterion criterion : achievement.criteria()) {
                if (criterion.id().equals(result.criterion())) {
                    attained(address, criterion, result).ifPresent(attained::add);
                    break;
                }
            }
        }
        return attained;
    }

    private static Optional<Attained> attained(String address, Criterion criterion, AwardResult result) {
        ResultScale scale = ResultScale.of(criterion);
        String level = result.level();
        if (scale.kind() == ResultScale.Kind.LEVEL && level == null) {
            return Optional.empty();
        }
        return scale.value(result.score())
                .map(value -> new Attained(
                        OpenBadgesAchievement.resultAddress(address, criterion),
                        level == null ? null : OpenBadgesAchievement.levelAddress(address, criterion, level),
                        value));
    }
}
