package org.meritstream.issuance.verification;

import java.net.URI;
import org.meritstream.issuance.fetching.Wanted;

/** One look-up: an address may answer in several forms. */
record Asked(URI address, Wanted wanted) {}
