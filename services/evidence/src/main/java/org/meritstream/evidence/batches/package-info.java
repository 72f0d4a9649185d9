/**
 * Awards that a registrar approves together: collected from what waits, previewed, some of them excluded, approved in one request. What is
 * approved is asked for award by award ({@link org.meritstream.evidence.sweeps}), so a graduation of any size is done in bounded steps.
 */
@NullMarked
package org.meritstream.evidence.batches;

import org.jspecify.annotations.NullMarked;
