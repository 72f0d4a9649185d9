package org.meritstream.events;

/**
 * More waits for something that is there now than one turn takes up: take up the next.
 *
 * @param awaits the name of what is waited for, as the service gave it
 */
public record ResumeWaiting(String tenant, String awaits) implements IssuanceCommand {
    public ResumeWaiting {
        Limits.present("awaits", awaits);
    }

    @Override
    public String aggregate() {
        return awaits;
    }
}
