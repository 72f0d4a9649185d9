package org.meritstream.evidence.signin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.pages.Direction;
import org.meritstream.pages.LanguageLink;
import org.meritstream.pages.Reader;

/**
 * What stands around every page of somebody who signed in; the template {@code signin/frame} shows it.
 *
 * @param words in the reader's language
 * @param visitor whose page it is
 */
public record Frame(Words words, Visitor visitor) {

    public static Frame of(Reader reader, Visitor visitor) {
        return new Frame(Words.in(reader.language()), visitor);
    }

    /** The same, in which achievements and issuers are called by these names and not by their ids. */
    public Frame calling(Map<String, String> namesById) {
        return new Frame(words.calling(namesById), visitor);
    }

    public String language() {
        return words.language();
    }

    public String direction() {
        return Direction.of(words.language());
    }

    /** A sentence that nothing is put into, by its key. */
    public String say(String key) {
        return words.say(Phrase.of(key));
    }

    /** Who is signed in, in words, or null where the provider gives no name. */
    public @Nullable String who() {
        String name = visitor.name();
        return name == null ? null : words.say(Phrase.of("sign-in.as", "name", name));
    }

    public String signOut() {
        return SignInResource.SIGN_OUT;
    }

    /** The same page in the other languages. */
    public List<LanguageLink> languages() {
        return LanguageLink.all(words.language(), language -> "?" + Reader.NAME + "=" + language);
    }

    /** What every form carries. */
    public String formToken() {
        return visitor.formToken();
    }
}
