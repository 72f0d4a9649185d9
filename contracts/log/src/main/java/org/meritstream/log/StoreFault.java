package org.meritstream.log;

/**
 * The store refuses a statement whatever the record: the release and the schema do not fit, or a right is missing. No record is at fault,
 * so the partition waits; but time alone does not end it, so the state is named to the operator, in readiness and in the log.
 */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the refusal.
     *
     * @param state what the store calls it, such as an SQLSTATE; holds no value of a record
     */
    public StoreFault(String state, Throwable cause) {
        super("the store refuses a statement: " + state, cause);
    }
}
