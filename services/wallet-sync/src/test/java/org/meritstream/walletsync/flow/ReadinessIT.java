package org.meritstream.walletsync.flow;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.meritstream.proving.Frozen;
import org.meritstream.proving.ReadinessContract;
import org.meritstream.proving.RealServers;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "wallet-sync"))
class ReadinessIT extends ReadinessContract {

    @Override
    protected Frozen freeze() {
        return RealServers.freezeMongo();
    }
}
