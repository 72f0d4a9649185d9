package org.meritstream.events;

import org.jspecify.annotations.Nullable;

/**
 * A skill in a published framework (Open Badges 3.0 Alignment).
 *
 * @param targetType a term of Open Badges 3.0, such as {@code ceasn:Competency} or {@code ext:ESCOSkill}
 */
public record Skill(
        String targetName,
        String targetUrl,
        @Nullable String targetCode,
        @Nullable String targetFramework,
        @Nullable String targetType) {}
