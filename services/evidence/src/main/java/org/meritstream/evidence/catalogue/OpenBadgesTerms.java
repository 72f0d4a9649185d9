package org.meritstream.evidence.catalogue;

import java.util.Set;

/** Vocabularies of Open Badges 3.0 (section B.2, enumerations). */
final class OpenBadgesTerms {
    private static final Set<String> ACHIEVEMENT_TYPES = Set.of(
            "Achievement",
            "ApprenticeshipCertificate",
            "Assessment",
            "Assignment",
            "AssociateDegree",
            "Award",
            "Badge",
            "BachelorDegree",
            "Certificate",
            "CertificateOfCompletion",
            "Certification",
            "CommunityService",
            "Competency",
            "Course",
            "CoCurricular",
            "Degree",
            "Diploma",
            "DoctoralDegree",
            "Fieldwork",
            "GeneralEducationDevelopment",
            "JourneymanCertificate",
            "LearningProgram",
            "License",
            "Membership",
            "ProfessionalDoctorate",
            "QualityAssuranceCredential",
            "MasterCertificate",
            "MasterDegree",
            "MicroCredential",
            "ResearchDoctorate",
            "SecondarySchoolDiploma");
    private static final Set<String> TARGET_TYPES = Set.of(
            "ceasn:Competency",
            "ceterms:Credential",
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL");
    private static final String EXTENSION = "ext:[A-Za-z0-9._-]+";

    private OpenBadgesTerms() {}

    static boolean isAchievementType(String term) {
        return ACHIEVEMENT_TYPES.contains(term) || term.matches(EXTENSION);
    }

    static boolean isTargetType(String term) {
        return TARGET_TYPES.contains(term) || term.matches(EXTENSION);
    }
}
