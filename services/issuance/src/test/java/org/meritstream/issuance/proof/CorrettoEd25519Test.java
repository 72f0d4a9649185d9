package org.meritstream.issuance.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** The native one, where this machine has it; skipped and said so where it has not. */
class CorrettoEd25519Test extends Ed25519ProviderContract {
    static final String NOT_RUN = "NOT RUN: the native provider of Ed25519, which does not load on this machine";

    @Override
    Ed25519Provider provider() {
        Optional<Ed25519Provider> corretto = CorrettoEd25519.load();
        assumeTrue(corretto.isPresent(), NOT_RUN);
        return corretto.get();
    }
}
