package org.meritstream.issuance.flow;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.meritstream.proving.Frozen;
import org.meritstream.proving.ReadinessContract;
import org.meritstream.proving.RealServers;

@QuarkusTest
@TestProfile(OnTheLog.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ReadinessIT extends ReadinessContract {

    @Override
    protected Frozen freeze() {
        return RealServers.freezePostgres();
    }
}
