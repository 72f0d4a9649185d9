/**
 * Tests of what the operator deploys: the Helm chart, the Compose file and the images' inputs. They read the files of the
 * repository and need no cluster, no Docker and no network.
 */
@NullMarked
package org.meritstream.chart;

import org.jspecify.annotations.NullMarked;
