package org.meritstream.events;

/**
 * A picture of an achievement (Open Badges 3.0 Image). It is kept where its author put it; nothing here fetches it.
 *
 * @param id its address
 * @param caption what it shows, for whoever does not see it
 */
public record AchievementImage(String id, String caption) {}
