package org.meritstream.events;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;

/** Reads times and decimals that this product wrote itself: in the form of {@link StrictScalars}, which is not looked into again. */
final class OwnScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;

    OwnScalars() {
        super("scalars of our own");
        addDeserializer(Instant.class, new FromText<>(Instant.class, Rfc3339::instant));
        addDeserializer(BigDecimal.class, new FromText<>(BigDecimal.class, BigDecimal::new));
    }
}
