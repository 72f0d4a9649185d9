@NullMarked
package org.meritstream.issuance.bulk;

import org.jspecify.annotations.NullMarked;
