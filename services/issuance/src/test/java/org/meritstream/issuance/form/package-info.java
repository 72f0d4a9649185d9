/** Badge images, baking and the document to print. */
@NullMarked
package org.meritstream.issuance.form;

import org.jspecify.annotations.NullMarked;
