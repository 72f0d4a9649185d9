package org.meritstream.quickstart.launcher;

import java.util.Locale;

/** The four services; the number gives each its ports. */
public enum Service {
    ASSESSMENT(0),
    EVIDENCE(1),
    ISSUANCE(2),
    WALLET_SYNC(3);

    private final int number;

    Service(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether it keeps secrets under a key-encryption key; the others do not get one. */
    boolean wrapsKeys() {
        return this == ASSESSMENT || this == ISSUANCE;
    }

    /** Whether it derives ids that stand for people from the id key; wallet-sync takes them as they come. */
    boolean derivesIds() {
        return this != WALLET_SYNC;
    }

    /** The name that paths, topics, folders and log files use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
