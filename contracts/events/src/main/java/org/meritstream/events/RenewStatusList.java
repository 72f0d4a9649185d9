package org.meritstream.events;

/**
 * Sign a status list anew before it runs out, whether or not anything changed in it.
 *
 * @param number of the list among its tenant's
 */
public record RenewStatusList(String tenant, int number) implements IssuanceCommand {
    public RenewStatusList {
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return "status-list-" + number;
    }
}
