package org.meritstream.issuance.flow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.meritstream.issuance.keys.SoftHsm;

/** Batches by hand, and new keys in a token of SoftHSM. */
public final class InAToken implements QuarkusTestProfile {
    private static final String SETTINGS = "meritstream.signing-token.";

    @Override
    public Map<String, String> getConfigOverrides() {
        SoftHsm hsm = SoftHsm.token();
        Map<String, String> settings = new HashMap<>(new ByHand().getConfigOverrides());
        settings.put(SETTINGS + "module", hsm.module().toString());
        settings.put(SETTINGS + "label", hsm.label());
        settings.put(SETTINGS + "pin-file", hsm.pinFile().toString());
        return settings;
    }
}
