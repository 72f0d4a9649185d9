package org.meritstream.events;

/**
 * One signed form of a credential.
 *
 * @param mediaType such as {@code application/vc}
 * @param document the signed text
 */
public record Form(String mediaType, String document) {}
