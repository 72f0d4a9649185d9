package org.meritstream.issuance.learnerrecord;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/learnerrecord}. */
@CheckedTemplate(basePath = "learnerrecord", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class RecordPages {
    private RecordPages() {}

    static native TemplateInstance record(RecordPage page);

    static native TemplateInstance unknown();

    static native TemplateInstance corrected();
}
