package org.meritstream.walletsync.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, in {@code templates/claim}. */
@CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ClaimPages {
    private ClaimPages() {}

    static native TemplateInstance offer(OfferPage page);

    static native TemplateInstance held(HeldPage page);

    static native TemplateInstance records(RecordsPage page);

    static native TemplateInstance message(MessagePage page);

    static native TemplateInstance preparing(PreparingPage page);
}
