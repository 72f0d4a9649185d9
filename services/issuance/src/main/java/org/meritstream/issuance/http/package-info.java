/** How public documents are answered: their types, entity tags and how long they may be kept. */
@NullMarked
package org.meritstream.issuance.http;

import org.jspecify.annotations.NullMarked;
