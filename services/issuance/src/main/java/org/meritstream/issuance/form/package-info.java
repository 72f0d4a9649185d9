/**
 * What a credential looks like beside its JSON: the badge image drawn from the achievement, images with the credential baked in, and a
 * document to print. Everything here is pure: the same words always give the same bytes. Nothing is asked of the machine, no font, no display
 * and no network, because a server has none of them.
 */
@NullMarked
package org.meritstream.issuance.form;

import org.jspecify.annotations.NullMarked;
