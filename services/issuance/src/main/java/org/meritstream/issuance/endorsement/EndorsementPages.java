package org.meritstream.issuance.endorsement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/endorsement}. */
@CheckedTemplate(basePath = "endorsement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class EndorsementPages {
    private EndorsementPages() {}

    static native TemplateInstance endorsement(ShownEndorsement page);

    static native TemplateInstance unknown();
}
