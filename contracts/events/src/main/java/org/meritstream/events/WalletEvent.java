package org.meritstream.events;

/** What the wallet-sync service answers: who holds a credential, and who may see it. */
public sealed interface WalletEvent extends EventData
        permits OfferCreated, OfferCollected, CredentialDelivered, VisibilityChanged, RecordRequested {}
