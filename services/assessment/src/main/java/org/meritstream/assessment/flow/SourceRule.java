package org.meritstream.assessment.flow;

import org.meritstream.assessment.source.JoinBy;

/** What the loop needs of a source: by what it joins people, and whether its results may lead to no award. */
public record SourceRule(String tenant, String id, JoinBy joinBy, boolean test) {}
