/** The edges that every service has: commands, dead letters, whose tokens are believed. */
@NullMarked
package org.meritstream.log.http;

import org.jspecify.annotations.NullMarked;
