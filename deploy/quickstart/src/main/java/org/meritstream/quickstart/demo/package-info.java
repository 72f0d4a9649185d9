/** Deliveries sent as an LMS sends them, followed to what becomes of them. */
@NullMarked
package org.meritstream.quickstart.demo;

import org.jspecify.annotations.NullMarked;
