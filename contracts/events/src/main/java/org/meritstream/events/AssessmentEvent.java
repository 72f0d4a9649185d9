package org.meritstream.events;

/** What the assessment service answers: what happened, and who the learner is. */
public sealed interface AssessmentEvent extends EventData
        permits DeliveryAccepted, LearnerProfiled, LearnerLinked, AttemptFact {}
