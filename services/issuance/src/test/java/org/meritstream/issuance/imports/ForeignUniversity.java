package org.meritstream.issuance.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardConferred;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.AchievementCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusListCredential;

/** Another university: what it signs, and what it publishes on the {@link ForeignServer}. */
final class ForeignUniversity {
    private static final String LIST = "southfield-1";
    private static final Instant ISSUED = Instant.parse("2026-11-20T10:15:31Z");
    /** Bits that any test has set; the list is one for all. */
    private static final Set<Integer> REVOKED = new TreeSet<>();

    private final String base;

    ForeignUniversity(String base) {
        this.base = base;
    }

    /** The one on the server that runs, with its keys and its list in place. */
    static ForeignUniversity running() {
        ForeignUniversity university =
                new ForeignUniversity(Objects.requireNonNull(System.getProperty(ForeignServer.BASE)));
        university.publish(
                "/issuers/southfield/did.json",
                IssuerDocuments.did(university.issuer(), List.of(ListedKey.of(SignedFixture.MULTIKEY))));
        university.publishList();
        return university;
    }

    String did() {
        return issuer().did();
    }

    String address(String path) {
        return base + path;
    }

    /** The id of the achievement that it issues credentials for. */
    String achievement() {
        return issuer().achievementAddress("data-literacy", 1);
    }

    /** A signed credential with this place in its list. */
    String credential(int place, @Nullable String email) {
        return sign(document(place, email));
    }

    /** What it would sign. */
    String document(int place, @Nullable String email) {
        AwardConferred conferred = Fixtures.conferred();
        Holder holder = new Holder("Amina Yilmaz", email, "f00dfeed");
        return AchievementCredential.document(
                new UUID(0x8000L, 0x8000_0000_0000_0000L + place),
                issuer(),
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(conferred, holder, new StatusEntry(LIST, place)));
    }

    String sign(String document) {
        return SignedFixture.sign(
                document, new ProofOptions(ISSUED, issuer().verificationMethod(SignedFixture.MULTIKEY)));
    }

    void revoke(int place) {
        REVOKED.add(place);
        publishList();
    }

    /** Puts something at an address. */
    void publish(String path, String document) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .PUT(HttpRequest.BodyPublishers.ofString(document))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while publishing", e);
        }
    }

    /** A list that may be read again each second. */
    private void publishList() {
        Bitstring bits = Bitstring.empty().with(List.copyOf(REVOKED));
        String list = StatusListCredential.document(issuer(), LIST, bits, Instant.now());
        publish("/status/" + LIST, sign(list.replaceFirst("\"ttl\":[0-9]+", "\"ttl\":1000")));
    }

    private Issuer issuer() {
        return new Issuer("southfield", base, "Southfield University", "https://southfield.example", null, null, null);
    }
}
