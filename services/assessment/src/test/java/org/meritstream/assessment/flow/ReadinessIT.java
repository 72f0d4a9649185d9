package org.meritstream.assessment.flow;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.meritstream.proving.Frozen;
import org.meritstream.proving.ReadinessContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

@QuarkusTest
@WithTestResource(StaffTokens.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ReadinessIT extends ReadinessContract {

    @Override
    protected Frozen freeze() {
        return RealServers.freezePostgres();
    }
}
