/** Tests. */
@NullMarked
package org.meritstream.quickstart.gateway;

import org.jspecify.annotations.NullMarked;
