/**
 * What one event of a sender says, normalised and still without a person: the common result of the packages {@code canvas} and {@code
 * moodle}. Pure: no clock, no store, no framework.
 */
@NullMarked
package org.meritstream.assessment.reading;

import org.jspecify.annotations.NullMarked;
