/** An outside subscriber of a tenant's feed, as an example to copy: it knows the topic, the headers and the schema, and no code of ours. */
@NullMarked
package org.meritstream.subscriber;

import org.jspecify.annotations.NullMarked;
