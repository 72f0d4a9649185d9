package org.meritstream.events;

/**
 * A requested action on its way to the service that decides it. Private to that service: it stands on the service's own
 * {@code commands} topic, and its outcome is read at {@code /api/<service>/commands/{id}}, the id being the event's.
 */
public sealed interface Command extends EventData permits EvidenceCommand, IssuanceCommand, WalletCommand {}
