package org.meritstream.evidence.flow;

import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** What became of a command, for whoever asked. */
public sealed interface Answer {

    /** The command's record. */
    Inbound command();

    /**
     * It was carried out.
     *
     * @param link where its result is
     */
    record Done(Inbound command, String link) implements Answer {}

    /** It was refused. */
    record Refused(Inbound command, Problem problem) implements Answer {}
}
