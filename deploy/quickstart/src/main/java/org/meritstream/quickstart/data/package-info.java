/** The data directory: where everything of one quickstart lies, and the secrets that are generated into it. */
@NullMarked
package org.meritstream.quickstart.data;

import org.jspecify.annotations.NullMarked;
