package org.meritstream.evidence.catalogue;

/**
 * An activity that a rule asks for.
 *
 * @param source the sender's name within the tenant
 */
public record ActivityKey(String tenant, String source, String activity) {}
