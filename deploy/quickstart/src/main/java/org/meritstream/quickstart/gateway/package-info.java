/** One address for the whole product: every path goes to the service that owns it. The ingress of a machine without Kubernetes. */
@NullMarked
package org.meritstream.quickstart.gateway;

import org.jspecify.annotations.NullMarked;
