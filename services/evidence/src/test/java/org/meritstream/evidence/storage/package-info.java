@NullMarked
package org.meritstream.evidence.storage;

import org.jspecify.annotations.NullMarked;
