package org.meritstream.events;

/**
 * Count the credentials of another issuer where a rule asks for them, or count them no more. One issuer at a time, so that two registrars lose
 * nothing of each other's.
 *
 * @param issuer its id, to the letter
 * @param recognised whether they count from now on
 */
public record RecogniseIssuer(String tenant, String issuer, boolean recognised) implements IssuanceCommand {
    public RecogniseIssuer {
        Limits.present("issuer", issuer);
    }

    @Override
    public String aggregate() {
        return tenant;
    }
}
