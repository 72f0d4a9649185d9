package org.meritstream.issuance.issuer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/issuer}. */
@CheckedTemplate(basePath = "issuer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class IssuerPages {
    private IssuerPages() {}

    static native TemplateInstance issuer(Issuer issuer);
}
