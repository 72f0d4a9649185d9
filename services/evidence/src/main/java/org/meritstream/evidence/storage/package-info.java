/**
 * Where the files that learners hand in lie: received as a stream, never whole in memory, and kept in a folder or in a bucket under
 * their digest. Who may see them is not decided here.
 */
@NullMarked
package org.meritstream.evidence.storage;

import org.jspecify.annotations.NullMarked;
