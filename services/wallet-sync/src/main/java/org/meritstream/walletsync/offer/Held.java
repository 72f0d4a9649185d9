package org.meritstream.walletsync.offer;

import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Wallet;

/**
 * An offer with all that a page says of it.
 *
 * @param copy the signed document; null while it has not arrived
 */
public record Held(Wallet wallet, Offer offer, SignedDocument.@Nullable Copy copy) {}
