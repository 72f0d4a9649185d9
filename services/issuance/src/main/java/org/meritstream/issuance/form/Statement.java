package org.meritstream.issuance.form;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document to print says of a credential: the words of its page, without the verdict, which paper can not keep up to date.
 *
 * @param address of the credential, where it can be checked
 * @param awardedAt when it was awarded; the document's date, so that the same credential always gives the same bytes
 * @param lede who awarded what to whom, in a sentence
 * @param validity from when until when it is valid, in a sentence
 * @param takenBack that and when it was revoked or suspended, in words, or null while it stands
 * @param badge its badge
 */
public record Statement(
        String address,
        Instant awardedAt,
        String holder,
        String lede,
        String validity,
        @Nullable String takenBack,
        String description,
        BadgeFace badge,
        List<Section> sections) {

    public Statement {
        sections = List.copyOf(sections);
    }

    /** A heading and what stands below it. */
    public record Section(String title, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A name and what belongs to it.
     *
     * @param named whether the name is in the achievement's language, too
     */
    public record Item(String name, String text, boolean named) {}

    @Override
    public String toString() {
        return "Statement[" + address + "]";
    }
}
