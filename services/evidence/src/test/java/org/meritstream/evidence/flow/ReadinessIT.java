package org.meritstream.evidence.flow;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.meritstream.proving.Frozen;
import org.meritstream.proving.ReadinessContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ReadinessIT extends ReadinessContract {

    @Override
    protected Frozen freeze() {
        return RealServers.freezePostgres();
    }
}
