package org.meritstream.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files. What is kept is whole: a file is at its place with all its bytes, or not at all. Any replica sees it. An
 * {@link IOException} means that it may work later.
 */
public interface Storage {

    /** A folder of this machine where files are written as they arrive; what a crash leaves in it is nobody's. */
    Path arrivals();

    /** Puts a received file at its place. Doing so again changes nothing. */
    void keep(Place place, Received received) throws IOException;

    /** The bytes of a part of a file, to be closed by the caller; null where no file is. */
    @Nullable
    InputStream open(Place place, Slice slice) throws IOException;

    /** Deletes a file; where none is, that is as good. */
    void remove(Place place) throws IOException;
}
