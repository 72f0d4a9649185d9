/** The log's HTTP edges: appending facts and commands, outcomes of commands, dead letters, and problem documents (RFC 9457). */
@NullMarked
package org.meritstream.log.http;

import org.jspecify.annotations.NullMarked;
