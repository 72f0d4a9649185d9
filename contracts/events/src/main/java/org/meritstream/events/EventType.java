package org.meritstream.events;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every event type of the contract with its record and its topic. The names are promises: they only grow. */
public enum EventType {
    DELIVERY_ACCEPTED("intake.delivery-accepted.v1", DeliveryAccepted.class, Topics.INTAKE),
    LEARNER_PROFILED("learner.profiled.v1", LearnerProfiled.class, Topics.LEARNER),
    LEARNER_LINKED("learner.linked.v1", LearnerLinked.class, Topics.LEARNER),
    ASSESSMENT_COMPLETED("assessment.completed.v1", AssessmentCompleted.class, Topics.ASSESSMENT),
    ASSESSMENT_WITHDRAWN("assessment.withdrawn.v1", AssessmentWithdrawn.class, Topics.ASSESSMENT),
    ACHIEVEMENT_PUBLISHED("achievement.published.v1", AchievementPublished.class, Topics.CATALOGUE),
    FACT_FILED("fact.filed.v1", FactFiled.class, Topics.EVALUATION),
    ACHIEVEMENT_RETIRED("achievement.retired.v1", AchievementRetired.class, Topics.CATALOGUE),
    CRITERIA_EVALUATED("criteria.evaluated.v1", CriteriaEvaluated.class, Topics.EVALUATION),
    AWARD_EARNED("award.earned.v1", AwardEarned.class, Topics.AWARD),
    AWARD_WITHHELD("award.withheld.v1", AwardWithheld.class, Topics.AWARD),
    AWARD_CONFERRED("award.conferred.v1", AwardConferred.class, Topics.AWARD),
    AWARD_WITHDRAWN("award.withdrawn.v1", AwardWithdrawn.class, Topics.AWARD),
    CREDENTIAL_ISSUED("credential.issued.v1", CredentialIssued.class, Topics.CREDENTIAL),
    CREDENTIAL_REVOKED("credential.revoked.v1", CredentialRevoked.class, Topics.CREDENTIAL),
    CREDENTIAL_SUSPENDED("credential.suspended.v1", CredentialSuspended.class, Topics.CREDENTIAL),
    CREDENTIAL_REINSTATED("credential.reinstated.v1", CredentialReinstated.class, Topics.CREDENTIAL),
    CREDENTIAL_SUPERSEDED("credential.superseded.v1", CredentialSuperseded.class, Topics.CREDENTIAL),
    CREDENTIAL_EXPIRED("credential.expired.v1", CredentialExpired.class, Topics.CREDENTIAL),
    CREDENTIAL_RESECURED("credential.resecured.v1", CredentialResecured.class, Topics.CREDENTIAL),
    CREDENTIAL_DOCUMENT("credential.document.v1", CredentialDocument.class, Topics.CREDENTIAL_DOCUMENT),
    RECORD_DOCUMENT("record.document.v1", RecordDocument.class, Topics.CREDENTIAL_DOCUMENT),
    IMPORT_REQUESTED("credential.import-requested.v1", ImportRequested.class, Topics.IMPORT),
    CREDENTIAL_VERIFIED("credential.verified.v1", CredentialVerified.class, Topics.CREDENTIAL),
    IMPORT_REFUSED("credential.import-refused.v1", ImportRefused.class, Topics.CREDENTIAL),
    IMPORT_DELAYED("credential.import-delayed.v1", ImportDelayed.class, Topics.CREDENTIAL),
    CREDENTIAL_LAPSED("credential.lapsed.v1", CredentialLapsed.class, Topics.CREDENTIAL),
    RECORD_ISSUED("record.issued.v1", RecordIssued.class, Topics.CREDENTIAL),
    RECORD_REFUSED("record.refused.v1", RecordRefused.class, Topics.CREDENTIAL),
    RECORD_VISIBILITY_CHANGED("record.visibility-changed.v1", RecordVisibilityChanged.class, Topics.CREDENTIAL),
    ENDORSEMENT_DOCUMENT("endorsement.document.v1", EndorsementDocument.class, Topics.ENDORSEMENT),
    FEED_ENTRY("feed.credential.v1", FeedEntry.class, null),
    OFFER_CREATED("offer.created.v1", OfferCreated.class, Topics.WALLET),
    OFFER_COLLECTED("offer.collected.v1", OfferCollected.class, Topics.WALLET),
    CREDENTIAL_DELIVERED("credential.delivered.v1", CredentialDelivered.class, Topics.WALLET),
    VISIBILITY_CHANGED("visibility.changed.v1", VisibilityChanged.class, Topics.WALLET),
    RECORD_REQUESTED("record.requested.v1", RecordRequested.class, Topics.WALLET),
    PUBLISH_ACHIEVEMENT("evidence.publish-achievement.v1", PublishAchievement.class, Topics.EVIDENCE_COMMANDS),
    RETIRE_ACHIEVEMENT("evidence.retire-achievement.v1", RetireAchievement.class, Topics.EVIDENCE_COMMANDS),
    APPROVE_AWARD("evidence.approve-award.v1", ApproveAward.class, Topics.EVIDENCE_COMMANDS),
    APPROVE_BATCH("evidence.approve-batch.v1", ApproveBatch.class, Topics.EVIDENCE_COMMANDS),
    AWARD_FELL_DUE("evidence.award-fell-due.v1", AwardFellDue.class, Topics.EVIDENCE_COMMANDS),
    RELEASE_AWARD("evidence.release-award.v1", ReleaseAward.class, Topics.EVIDENCE_COMMANDS),
    WITHDRAW_AWARD("evidence.withdraw-award.v1", WithdrawAward.class, Topics.EVIDENCE_COMMANDS),
    DECIDE_FLAG("evidence.decide-flag.v1", DecideFlag.class, Topics.EVIDENCE_COMMANDS),
    RESTORE_AWARD("evidence.restore-award.v1", RestoreAward.class, Topics.EVIDENCE_COMMANDS),
    PLACE_HOLD("evidence.place-hold.v1", PlaceHold.class, Topics.EVIDENCE_COMMANDS),
    PAUSE_ISSUING("evidence.pause-issuing.v1", PauseIssuing.class, Topics.EVIDENCE_COMMANDS),
    LIFT_RESTRAINT("evidence.lift-restraint.v1", LiftRestraint.class, Topics.EVIDENCE_COMMANDS),
    SWEEP_AWARDS("evidence.sweep-awards.v1", SweepAwards.class, Topics.EVIDENCE_COMMANDS),
    MOVE_LEARNERS("evidence.move-learners.v1", MoveLearners.class, Topics.EVIDENCE_COMMANDS),
    CONTINUE_MOVE("evidence.continue-move.v1", ContinueMove.class, Topics.EVIDENCE_COMMANDS),
    EVALUATE_LEARNER("evidence.evaluate-learner.v1", EvaluateLearner.class, Topics.EVIDENCE_COMMANDS),
    CREDENTIAL_FELL_DUE("evidence.credential-fell-due.v1", CredentialFellDue.class, Topics.EVIDENCE_COMMANDS),
    SUBMIT_ARTIFACT("evidence.submit-artifact.v1", SubmitArtifact.class, Topics.EVIDENCE_COMMANDS),
    GRANT_ACCOMMODATION("evidence.grant-accommodation.v1", GrantAccommodation.class, Topics.EVIDENCE_COMMANDS),
    FIND_MISCONDUCT("evidence.find-misconduct.v1", FindMisconduct.class, Topics.EVIDENCE_COMMANDS),
    CLEAR_MISCONDUCT("evidence.clear-misconduct.v1", ClearMisconduct.class, Topics.EVIDENCE_COMMANDS),
    REQUEST_REVIEW("evidence.request-review.v1", RequestReview.class, Topics.EVIDENCE_COMMANDS),
    DECIDE_REVIEW("evidence.decide-review.v1", DecideReview.class, Topics.EVIDENCE_COMMANDS),
    LODGE_APPEAL("evidence.lodge-appeal.v1", LodgeAppeal.class, Topics.EVIDENCE_COMMANDS),
    REVOKE_CREDENTIAL("issuance.revoke-credential.v1", RevokeCredential.class, Topics.ISSUANCE_COMMANDS),
    SUSPEND_CREDENTIAL("issuance.suspend-credential.v1", SuspendCredential.class, Topics.ISSUANCE_COMMANDS),
    REINSTATE_CREDENTIAL("issuance.reinstate-credential.v1", ReinstateCredential.class, Topics.ISSUANCE_COMMANDS),
    RENEW_CREDENTIAL("issuance.renew-credential.v1", RenewCredential.class, Topics.ISSUANCE_COMMANDS),
    CORRECT_CREDENTIAL("issuance.correct-credential.v1", CorrectCredential.class, Topics.ISSUANCE_COMMANDS),
    OPEN_ISSUER("issuance.open-issuer.v1", OpenIssuer.class, Topics.ISSUANCE_COMMANDS),
    CHOOSE_SECURINGS("issuance.choose-securings.v1", ChooseSecurings.class, Topics.ISSUANCE_COMMANDS),
    CHOOSE_STATUS_PROFILE("issuance.choose-status-profile.v1", ChooseStatusProfile.class, Topics.ISSUANCE_COMMANDS),
    ROTATE_KEY("issuance.rotate-key.v1", RotateKey.class, Topics.ISSUANCE_COMMANDS),
    COMPROMISE_KEY("issuance.compromise-key.v1", CompromiseKey.class, Topics.ISSUANCE_COMMANDS),
    BEGIN_BULK("issuance.begin-bulk.v1", BeginBulk.class, Topics.ISSUANCE_COMMANDS),
    CONTINUE_BULK("issuance.continue-bulk.v1", ContinueBulk.class, Topics.ISSUANCE_COMMANDS),
    RENEW_STATUS_LIST("issuance.renew-status-list.v1", RenewStatusList.class, Topics.ISSUANCE_COMMANDS),
    EXPIRE_CREDENTIAL("issuance.expire-credential.v1", ExpireCredential.class, Topics.ISSUANCE_COMMANDS),
    RESUME_WAITING("issuance.resume-waiting.v1", ResumeWaiting.class, Topics.ISSUANCE_COMMANDS),
    RECOGNISE_ISSUER("issuance.recognise-issuer.v1", RecogniseIssuer.class, Topics.ISSUANCE_COMMANDS),
    ENDORSE("issuance.endorse.v1", Endorse.class, Topics.ISSUANCE_COMMANDS),
    REVOKE_ENDORSEMENT("issuance.revoke-endorsement.v1", RevokeEndorsement.class, Topics.ISSUANCE_COMMANDS),
    ISSUE_RECORD("issuance.issue-record.v1", IssueRecord.class, Topics.ISSUANCE_COMMANDS),
    SHARE_RECORD("issuance.share-record.v1", ShareRecord.class, Topics.ISSUANCE_COMMANDS),
    CONCLUDE_IMPORT("issuance.conclude-import.v1", ConcludeImport.class, Topics.ISSUANCE_COMMANDS),
    COLLECT_OFFER("wallet.collect-offer.v1", CollectOffer.class, Topics.WALLET_COMMANDS),
    CHANGE_VISIBILITY("wallet.change-visibility.v1", ChangeVisibility.class, Topics.WALLET_COMMANDS),
    RECORD_DELIVERY("wallet.record-delivery.v1", RecordDelivery.class, Topics.WALLET_COMMANDS),
    REQUEST_RECORD("wallet.request-record.v1", RequestRecord.class, Topics.WALLET_COMMANDS);

    private static final String TYPE_PREFIX = "org.meritstream.";
    private static final String SCHEMA_PREFIX = "https://meritstream.org/schemas/";
    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));

    private final String name;
    private final Class<? extends EventData> record;
    private final @Nullable String topic;

    EventType(String name, Class<? extends EventData> record, @Nullable String topic) {
        this.name = name;
        this.record = record;
        this.topic = topic;
    }

    /** The name that schemas and examples carry, such as {@code assessment.completed.v1}. */
    public String schemaName() {
        return name;
    }

    /** The CloudEvents {@code type}, such as {@code org.meritstream.assessment.completed.v1}. */
    public String ceType() {
        return TYPE_PREFIX + name;
    }

    /** The CloudEvents {@code dataschema}. */
    public String dataSchema() {
        return SCHEMA_PREFIX + name + ".json";
    }

    /** The record that carries the data. */
    public Class<? extends EventData> record() {
        return record;
    }

    /** The topic that data of this type stands on; a feed's depends on its tenant. */
    public String topicOf(EventData data) {
        return topic == null ? Topics.feed(data.tenant()) : topic;
    }

    /** The type of a record. */
    public static EventType of(EventData data) {
        return ofRecord(data.getClass());
    }

    /** The type that a record of this class carries. */
    public static EventType ofRecord(Class<? extends EventData> record) {
        return requireNonNull(BY_RECORD.get(record), "every record has a type");
    }

    /** The type with a schema of this name, which the contract is known to have. */
    public static EventType ofSchema(String schemaName) {
        return requireNonNull(BY_NAME.get(TYPE_PREFIX + schemaName), "the contract has the type");
    }

    /** The type named by {@code ce_type}, or null when the contract has none of that name. */
    public static @Nullable EventType named(String ceType) {
        return BY_NAME.get(ceType);
    }
}
