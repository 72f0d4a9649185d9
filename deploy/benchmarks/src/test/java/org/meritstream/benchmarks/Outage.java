package org.meritstream.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that takes minutes, nearly all of them waiting: only {@code -Doutages} runs it, as {@code .ci/run} does. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "outages",
        matches = ".*",
        disabledReason = "NOT RUN: the long outages, which take ten minutes and more: ask for them with -Doutages")
@interface Outage {}
