package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.client.Reply;
import org.meritstream.quickstart.seed.Sender;

/** What people ask of a product beside what it awards by itself. */
final class Requests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Product product;
    private final Subscriber subscriber;

    Requests(Product product, Subscriber subscriber) {
        this.product = product;
        this.subscriber = subscriber;
    }

    /** Deliveries that can not be read, of which nothing may be told either. */
    void refuseTruncated(List<Workload.Delivery> deliveries) throws Exception {
        for (Workload.Delivery delivery : deliveries) {
            byte[] truncated = Arrays.copyOf(delivery.body(), delivery.body().length - 1);
            Sender.Request request = Sender.of(product.data(), delivery.tenant(), delivery.source())
                    .request(truncated);
            Reply answer = product.staff(delivery.tenant()).deliver(request.path(), request.headers(), request.body());
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    /** So that something was asked of wallet-sync as well. */
    void share(String tenant) throws Exception {
        String key = subscriber.all(Topics.CREDENTIAL_DOCUMENT).stream()
                .map(Subscriber.Seen::key)
                .filter(document -> document.startsWith(tenant + "/"))
                .findFirst()
                .orElseThrow();
        String credential = key.substring(tenant.length() + 1);
        product.staff(tenant)
                .post(
                        "/api/wallet/offers/" + credential + "/visibility",
                        Json.object().put("visibility", "PUBLIC"))
                .orRefuse("Sharing");
    }

    /** Each vouches for the other. */
    void endorse(List<Workload> workloads) throws Exception {
        for (Workload workload : workloads) {
            for (Workload other : workloads) {
                if (other.campus() != workload.campus()) {
                    product.staff(workload.campus().tenant())
                            .post(
                                    "/api/endorsements",
                                    Json.object()
                                            .put(
                                                    "endorsed",
                                                    product.url() + "/issuers/"
                                                            + other.campus().tenant())
                                            .put("comment", "Their credentials count here."))
                            .orRefuse("Endorsing");
                }
            }
        }
        assertThat(subscriber.read(Topics.ENDORSEMENT, all -> all.size() >= workloads.size(), PATIENCE))
                .hasSize(workloads.size());
    }
}
