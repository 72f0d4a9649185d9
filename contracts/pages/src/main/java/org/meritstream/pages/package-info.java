/**
 * What every page of every service shares: one layout, one stylesheet, one set of response headers. A page needs no script.
 *
 * <p>How a service uses it: depend on {@code org.meritstream:pages} and write a Qute template below {@code templates/}:
 *
 * <pre>{@code
 * {#include layout.html lang=page.language dir=page.direction}
 * {#title}Data literacy{/title}
 * {#issuer}<a href="/issuers/northgate">Northgate University</a>{/issuer}
 * {#content}<h1>Data literacy</h1> … {/content}
 * {/include}
 * }</pre>
 *
 * <ul>
 *   <li>{@code lang} is the BCP 47 tag of the page (required); {@code dir} is {@code rtl} or {@code ltr} (see {@link
 *       org.meritstream.pages.Direction}).
 *   <li>Sections: {@code title} and {@code content} (both required), {@code issuer} (the line in the header), {@code languages} (the
 *       switch beside it: the tag {@code languageLinks} with {@code lang} and {@code links}, a list of {@link
 *       org.meritstream.pages.LanguageLink}), {@code head} (further {@code <link>} and {@code <meta>} elements). The layout says its own
 *       words in the page's language.
 *   <li>The stylesheet stands inside the page, allowed by its digest: pages of four services on one host need no shared path for it,
 *       and a saved page still looks right. {@link org.meritstream.pages.PageHeaders} adds the Content-Security-Policy to every HTML
 *       answer; so neither {@code style} attributes nor further {@code <style>} elements work.
 * </ul>
 *
 * <p>Classes to use: {@code eyebrow} (the line above a heading), {@code lede} (the sentence below it), {@code session} (who is signed
 * in), {@code card}, {@code cards} (on {@code <ul>} of cards), {@code facts} (on {@code <dl>}), {@code chips} and {@code chip} (on {@code
 * <ul>} and {@code <li>}), {@code steps} (on {@code <ol>}), {@code state state-good}, {@code state-bad}, {@code state-unsure}, {@code
 * state-todo}, {@code state-open} (icon and words, never colour alone), {@code notice}, {@code actions}, {@code button} and {@code button
 * secondary}, {@code field} (label, input and hint of a form), {@code fields} (several of them beside each other), {@code wide} (a
 * table or code that scrolls by itself; give it {@code tabindex="0"}, {@code role="region"} and a label).
 */
@NullMarked
package org.meritstream.pages;

import org.jspecify.annotations.NullMarked;
