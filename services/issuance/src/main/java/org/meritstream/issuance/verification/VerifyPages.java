package org.meritstream.issuance.verification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/verify}. */
@CheckedTemplate(basePath = "verify", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class VerifyPages {
    private VerifyPages() {}

    static native TemplateInstance form(FormPage page);

    static native TemplateInstance result(ResultPage page);

    static native TemplateInstance batch(BatchPage page);
}
