/**
 * The servers that the product needs, without installing any: a real Kafka broker in this process, a real PostgreSQL beside it and
 * a MongoDB emulator. For the quickstart and for tests; the same services take real servers by configuration.
 */
@NullMarked
package org.meritstream.quickstart.servers;

import org.jspecify.annotations.NullMarked;
