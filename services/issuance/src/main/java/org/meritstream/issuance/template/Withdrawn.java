package org.meritstream.issuance.template;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shapes whose templates came to something else than the full way. They are remembered until the process ends, whatever other shapes come by: made anew,
 * such a template would be used again. Safe to share between threads.
 */
final class Withdrawn {
    private final Set<Object> shapes = ConcurrentHashMap.newKeySet();
    private final int most;

    /**
     * @param most how many are told apart; from so many on every shape counts as withdrawn, because what differs so often is no one shape's fault
     */
    Withdrawn(int most) {
        this.most = most;
    }

    void add(Object shape) {
        if (shapes.size() < most) {
            shapes.add(shape);
        }
    }

    boolean has(Object shape) {
        return !shapes.isEmpty() && (shapes.size() >= most || shapes.contains(shape));
    }
}
