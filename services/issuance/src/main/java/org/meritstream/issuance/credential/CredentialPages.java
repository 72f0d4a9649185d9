package org.meritstream.issuance.credential;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/credential}. */
@CheckedTemplate(basePath = "credential", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class CredentialPages {
    private CredentialPages() {}

    static native TemplateInstance credential(CredentialPage page);

    static native TemplateInstance unknown();

    static native TemplateInstance corrected(String successor);
}
