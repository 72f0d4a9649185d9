/**
 * What tests stand on: real servers ({@link org.meritstream.proving.RealServers}), one architecture rule set for all four services
 * ({@link org.meritstream.proving.HouseRules}), and abstract contract tests of the log's seams.
 */
@NullMarked
package org.meritstream.proving;

import org.jspecify.annotations.NullMarked;
