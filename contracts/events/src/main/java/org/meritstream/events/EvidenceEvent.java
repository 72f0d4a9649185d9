package org.meritstream.events;

/** What the evidence service answers: what may be earned, and what the facts prove. */
public sealed interface EvidenceEvent extends EventData
        permits AchievementPublished,
                AchievementRetired,
                FactFiled,
                CriteriaEvaluated,
                AwardEarned,
                AwardWithheld,
                AwardConferred,
                AwardWithdrawn,
                ImportRequested {}
