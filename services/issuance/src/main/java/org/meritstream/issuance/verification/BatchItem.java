package org.meritstream.issuance.verification;

import java.util.function.Supplier;

/**
 * One of several that were handed in together.
 *
 * @param number its place among them, from 1
 * @param name what its sender knows it by: a file's name, an address, or its place
 * @param opened what it holds; asked for when its turn comes, so that no more than a few are in memory
 */
record BatchItem(int number, String name, Supplier<Opened> opened) {

    @Override
    public String toString() {
        return "BatchItem[" + number + "]";
    }
}
