package org.meritstream.walletsync.claim;

/**
 * The page shown while the signed document has not arrived. It loads itself again only when the reader asks it to: a page that
 * changes by itself takes a screen reader's place away (WCAG 2.2 success criterion 2.2.2, technique G75).
 *
 * @param path this page's own path
 * @param following whether it loads itself again
 * @param seconds how often
 */
record PreparingPage(String path, boolean following, long seconds) {
    private static final int SECONDS = 10;

    static PreparingPage of(String path, boolean following) {
        return new PreparingPage(path, following, SECONDS);
    }
}
