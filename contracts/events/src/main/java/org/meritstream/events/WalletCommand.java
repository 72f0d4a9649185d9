package org.meritstream.events;

/** What may be asked of the wallet-sync service. */
public sealed interface WalletCommand extends Command
        permits CollectOffer, ChangeVisibility, RecordDelivery, RequestRecord {}
