package org.meritstream.issuance.template;

import java.util.List;

/** Two results alike but for their values and for what they are aligned with. */
record Twins(Integer shape, String first, String second) implements Composition {
    @Override
    public List<Value> values() {
        return List.of(new Value(SlotKind.TEXT, first), new Value(SlotKind.TEXT, second));
    }

    @Override
    public String text(List<String> others) {
        return """
                {"@context":["https://www.w3.org/ns/credentials/v2",\
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],\
                "type":["VerifiableCredential","AchievementCredential"],"credentialSubject":{\
                "type":["AchievementSubject"],"result":[%s,%s]}}""".formatted(result(others.get(0), "left"), result(others.get(1), "right"));
    }

    private String result(String value, String side) {
        return """
                {"type":["Result"],"value":"%s","alignment":[{"type":["Alignment"],"targetName":"%s %d",\
                "targetUrl":"https://esco.example/1"}]}""".formatted(value, side, shape);
    }
}
