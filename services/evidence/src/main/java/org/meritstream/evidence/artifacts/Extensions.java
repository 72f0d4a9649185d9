package org.meritstream.evidence.artifacts;

import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What the name of a file of some kind usually ends with. */
final class Extensions {
    private Extensions() {}

    /** With its point; empty where there is none. */
    static String of(String mediaType) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }
}
