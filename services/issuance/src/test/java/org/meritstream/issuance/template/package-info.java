@NullMarked
package org.meritstream.issuance.template;

import org.jspecify.annotations.NullMarked;
