/** Who the learner is: the roster that the university sends, and the joining of senders' accounts to one person. */
@NullMarked
package org.meritstream.assessment.learner;

import org.jspecify.annotations.NullMarked;
