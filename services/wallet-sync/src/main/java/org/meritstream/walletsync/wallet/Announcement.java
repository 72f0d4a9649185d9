package org.meritstream.walletsync.wallet;

import java.util.List;
import org.meritstream.events.CredentialDelivered;
import org.meritstream.events.Message;
import org.meritstream.events.OfferCollected;
import org.meritstream.events.OfferCreated;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.events.WalletEvent;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** What is told on the wallet topic. The id says which fact it is, so telling it twice is telling it once. */
public final class Announcement {
    /** The service's name, as in its topics and addresses. */
    public static final String SERVICE = "wallet-sync";

    private Announcement() {}

    /** The fact as a record, caused by an event. */
    public static List<Message> once(Inbound cause, WalletEvent fact) {
        return List.of(Emission.of(SERVICE, cause, id(cause, fact), fact));
    }

    private static String id(Inbound cause, WalletEvent fact) {
        return switch (fact) {
            case OfferCreated f ->
                EventIds.of("offer.created", f.tenant(), f.credential().toString());
            case OfferCollected f ->
                EventIds.of("offer.collected", f.tenant(), f.credential().toString());
            case CredentialDelivered f ->
                EventIds.of(
                        "credential.delivered",
                        f.tenant(),
                        f.credential().toString(),
                        f.channel().name());
            case RecordRequested f ->
                EventIds.of("record.requested", f.tenant(), f.request().toString());
            case VisibilityChanged f -> EventIds.of("visibility.changed", f.tenant(), cause.id());
        };
    }
}
