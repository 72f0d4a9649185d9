package org.meritstream.evidence.catalogue;

import java.util.List;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.pages.Direction;
import org.meritstream.pages.LanguageLink;

/** What is said to somebody who followed an address that leads nowhere. */
record NoAchievementPage(Words words) {

    public String language() {
        return words.language();
    }

    public String direction() {
        return Direction.of(language());
    }

    public List<LanguageLink> languages() {
        return LanguageLink.all(language(), language -> "?lang=" + language);
    }

    public String say(String key) {
        return words.say(Phrase.of(key));
    }
}
