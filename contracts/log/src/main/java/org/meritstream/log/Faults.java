package org.meritstream.log;

/** Names faults without quoting anything: exception messages of parsers and databases may hold a record's values. */
final class Faults {
    private static final int DEPTH = 4;

    private Faults() {}

    /** The classes of a fault and its causes, such as {@code CompletionException<ConnectException}; what the store refuses, in words. */
    static String kind(Throwable fault) {
        if (fault instanceof StoreFault refused) {
            return String.valueOf(refused.getMessage());
        }
        StringBuilder kind = new StringBuilder(fault.getClass().getSimpleName());
        Throwable cause = fault.getCause();
        for (int depth = 1; cause != null && depth < DEPTH; depth++) {
            kind.append('<').append(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return kind.toString();
    }
}
