package org.meritstream.issuance.form;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a badge is drawn as. */
public enum BadgePicture {
    PNG("image/png") {
        @Override
        byte[] draw(BadgeFace face) {
            return PngImage.of(face);
        }
    },
    SVG("image/svg+xml") {
        @Override
        byte[] draw(BadgeFace face) {
            return SvgImage.of(face).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String type;

    BadgePicture(String type) {
        this.type = type;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** By what a file of it is called after the dot. */
    public static BadgePicture named(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    /** What a file of it is called after the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The badge so drawn, once for all that look alike.
     *
     * @return fails with {@link java.util.concurrent.RejectedExecutionException} when too many wait
     */
    public Uni<byte[]> of(BadgeFace face, Drawings drawings) {
        return drawings.of(new Drawn(this, face), () -> draw(face));
    }

    abstract byte[] draw(BadgeFace face);

    private record Drawn(BadgePicture picture, BadgeFace face) {}
}
