package org.meritstream.evidence.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * What a tenant has published already, as far as a publication has to fit into it.
 *
 * @param asks which achievements each achievement is earned by, in any of its versions
 * @param newest the newest version of each component of what is to be published, as far as there is one
 */
public record Surroundings(Map<String, Set<String>> asks, Map<String, Version> newest) {}
