package org.meritstream.evidence.reviews;

/**
 * Whom a review is for, as a condition of statements about {@code review r}. Parameters: {@code $1} the tenant, {@code $3} the reviewer,
 * {@code $4} now, {@code $7} the reviewer's own learner id or null, {@code $8} the subject of the reviewer's token.
 */
final class Fit {
    /** The learner is not the reviewer, by whatever id. */
    static final String NOT_OWN = """
            ($7::uuid is null or (r.learner <> $7 and not exists (
              select from learner own where own.tenant = $1 and own.id = $7 and own.person = r.learner)))""";
    /** The reviewer has no other place at the same try, and did not make the finding that is appealed. */
    static final String NOT_INVOLVED = """
            not exists (
              select from review o left join review_claim oc on oc.review = o.id
              where o.tenant = r.tenant and o.learner = r.learner and o.achievement = r.achievement
                and o.criterion = r.criterion and o.number = r.number and o.id <> r.id
                and (o.reviewer = $3 or (o.state = 'OPEN' and oc.reviewer = $3 and oc.until > $4)))
            and not exists (
              select from note n where n.tenant = r.tenant and n.id = r.misconduct::uuid and n.author = $8)""";

    static final String FOR_REVIEWER = NOT_OWN + " and " + NOT_INVOLVED;

    private Fit() {}

    /** The seats that a reviewer may take. */
    static String[] seats(Reviewer reviewer) {
        return reviewer.seats().stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
