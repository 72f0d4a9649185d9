/**
 * Canvas Live Events in the Canvas format: one event in, one {@link org.meritstream.assessment.reading.Reading} out. Pure.
 *
 * <p>What the fields mean was read in the Canvas data services documentation and in Canvas' own source (lib/canvas/live_events.rb).
 */
@NullMarked
package org.meritstream.assessment.canvas;

import org.jspecify.annotations.NullMarked;
