package org.meritstream.pages;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateGlobal;

/** What the layout knows without being told by a page. */
@TemplateGlobal
final class LayoutGlobals {

    private LayoutGlobals() {}

    /** The stylesheet, not escaped: its digest is over these very characters. */
    static RawString stylesheet() {
        return new RawString(Stylesheet.text());
    }
}
