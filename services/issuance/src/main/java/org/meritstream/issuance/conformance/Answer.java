package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.meritstream.log.http.Problem;

/**
 * What a suite is answered.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body JSON
 */
record Answer(int status, String type, String body) {
    private static final String JSON = "application/json";
    private static final int ISSUED = 201;
    private static final int VERIFIED = 200;
    private static final int REFUSED = 400;

    /** @param credential as JSON text, whose bytes are kept as they were signed */
    static Answer issued(String credential) {
        return new Answer(ISSUED, JSON, "{\"verifiableCredential\":" + credential + "}");
    }

    /** A problem document (RFC 9457) by the first fault, with all of them as problem details. */
    static Answer notIssued(List<Fault> faults) {
        Fault first = faults.getFirst();
        ObjectNode problem =
                details(JsonNodeFactory.instance.objectNode(), first).put("status", REFUSED);
        return new Answer(REFUSED, Problem.MEDIA_TYPE, with(problem, faults));
    }

    /** Verified where nothing is wrong. */
    static Answer verified(List<Fault> faults) {
        ObjectNode verdict = JsonNodeFactory.instance.objectNode().put("verified", faults.isEmpty());
        return new Answer(faults.isEmpty() ? VERIFIED : REFUSED, JSON, with(verdict, faults));
    }

    private static String with(ObjectNode answer, List<Fault> faults) {
        var problems = answer.putArray("problemDetails");
        faults.forEach(fault -> details(problems.addObject(), fault));
        return answer.toString();
    }

    private static ObjectNode details(ObjectNode object, Fault fault) {
        return object.put("type", fault.type().uri())
                .put("title", fault.type().title())
                .put("detail", fault.detail());
    }
}
