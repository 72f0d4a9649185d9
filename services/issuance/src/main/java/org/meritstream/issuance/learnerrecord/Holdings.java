package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Reissue;
import org.meritstream.issuance.credential.HeldCredential;

/**
 * What one person holds of one issuer at a moment: of each award the last credential that stands. Pure.
 *
 * @param standing by id, in the order in which they were issued
 * @param next which other took a credential's place, by the former's id
 */
public record Holdings(Map<UUID, HeldCredential> standing, Map<UUID, UUID> next) {

    /**
     * Of all credentials of a person.
     *
     * @param at what was issued, ended, was revoked or suspended later is not known then
     */
    public static Holdings at(Instant at, List<HeldCredential> all) {
        Map<UUID, UUID> next = new LinkedHashMap<>();
        List<HeldCredential> issued = all.stream()
                .filter(HeldCredential::signed)
                .filter(one -> !one.issuedAt().isAfter(at))
                .sorted(Comparator.comparing(HeldCredential::issuedAt).thenComparing(HeldCredential::id))
                .toList();
        for (HeldCredential one : issued) {
            Reissue reissue = one.reissue();
            if (reissue != null) {
                next.put(reissue.of(), one.id());
            }
        }
        Map<UUID, HeldCredential> standing = new LinkedHashMap<>();
        issued.stream()
                .filter(one -> stands(one, at) && !next.containsKey(one.id()))
                .forEach(one -> standing.put(one.id(), one));
        return new Holdings(standing, next);
    }

    private static boolean stands(HeldCredential one, Instant at) {
        return !past(one.revokedAt(), at) && !past(one.validUntil(), at) && !past(one.suspendedNow(), at);
    }

    private static boolean past(@Nullable Instant moment, Instant at) {
        return moment != null && !moment.isAfter(at);
    }

    /** The one that stands in a credential's place: itself, or the last that took its place; null where none stands. */
    public @Nullable HeldCredential inPlaceOf(UUID credential) {
        UUID last = credential;
        for (int steps = 0; next.containsKey(last) && steps < next.size(); steps++) {
            last = next.getOrDefault(last, last);
        }
        return standing.get(last);
    }

    /** What a credential was earned by holding, as far as it stands: the evidence of it that is another credential of its issuer. */
    public List<HeldCredential> componentsOf(HeldCredential stack) {
        JsonNode document = tree(stack.document());
        String own = document.path("id").asText();
        String beginning = own.substring(0, own.lastIndexOf('/') + 1);
        List<HeldCredential> components = new ArrayList<>();
        for (JsonNode evidence : document.path("evidence")) {
            UUID named = component(evidence.path("id").asText(), beginning);
            HeldCredential component = named == null ? null : inPlaceOf(named);
            if (component != null && !components.contains(component)) {
                components.add(component);
            }
        }
        return List.copyOf(components);
    }

    private static @Nullable UUID component(String address, String beginning) {
        try {
            return address.startsWith(beginning) ? UUID.fromString(address.substring(beginning.length())) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A stack and all that it is built on, however deep; in the order in which they were issued. */
    public List<HeldCredential> builtOn(HeldCredential stack) {
        Map<UUID, HeldCredential> found = new LinkedHashMap<>();
        collect(stack, found);
        return standing.values().stream()
                .filter(one -> found.containsKey(one.id()))
                .toList();
    }

    private void collect(HeldCredential one, Map<UUID, HeldCredential> found) {
        if (found.put(one.id(), one) == null) {
            componentsOf(one).forEach(component -> collect(component, found));
        }
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}
