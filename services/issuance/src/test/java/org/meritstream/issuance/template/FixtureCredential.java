package org.meritstream.issuance.template;

import java.util.List;
import org.meritstream.issuance.SignedFixture;

/** The fixture under another id and name. */
class FixtureCredential implements Composition {
    static final String ID = "http://localhost:8080/credentials/" + SignedFixture.ID;
    private static final String FIXTURE = SignedFixture.document();
    private final String id;
    private final String name;

    FixtureCredential(String name) {
        this(ID, name);
    }

    FixtureCredential(String id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public Object shape() {
        return "fixture";
    }

    @Override
    public List<Value> values() {
        return List.of(new Value(SlotKind.ADDRESS, id), new Value(SlotKind.TEXT, name));
    }

    @Override
    public String text(List<String> others) {
        return FIXTURE.replace(ID, others.get(0))
                .replace("Amina Yilmaz", others.get(1).replace("\\", "\\\\"));
    }
}
