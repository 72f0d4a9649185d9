/** Tests of what is served, against the API's description. */
@NullMarked
package org.meritstream.issuance.http;

import org.jspecify.annotations.NullMarked;
