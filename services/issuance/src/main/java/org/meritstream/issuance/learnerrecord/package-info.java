/**
 * Learner records: what one person holds of one issuer, the signed credentials within one signed document (Comprehensive Learner Record 2.0).
 * Made when somebody asks for it, private until its learner shares it.
 */
@NullMarked
package org.meritstream.issuance.learnerrecord;

import org.jspecify.annotations.NullMarked;
