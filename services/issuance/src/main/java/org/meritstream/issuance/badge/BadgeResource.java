package org.meritstream.issuance.badge;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.achievement.PublicAchievements;
import org.meritstream.issuance.form.BadgeFace;
import org.meritstream.issuance.form.BadgePicture;
import org.meritstream.issuance.form.Drawings;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicFile;
import org.meritstream.issuance.issuer.PublicIssuers;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.openbadges.BadgeAddress;

/**
 * The badge of an achievement's version, at the address that its credentials name where its author chose no picture. The form is part of the address:
 * what a wallet has fetched once is what it meant to fetch, and a cache keeps it as long as it likes. No credential is baked in and no learner is named.
 */
@Path(BadgeAddress.PATH + "{achievement}")
@ForTheWorld
public class BadgeResource {
    /** Name and colours of its issuer may change, and nobody is misled by the former ones. */
    private static final String CACHED = "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800";

    private final PublicAchievements achievements;
    private final PublicIssuers issuers;
    private final Drawings drawings;

    BadgeResource(PublicAchievements achievements, PublicIssuers issuers, Drawings drawings) {
        this.achievements = achievements;
        this.issuers = issuers;
        this.drawings = drawings;
    }

    /**
     * The picture.
     *
     * @param file the version and the form
     */
    @GET
    @Path("{file:[1-9][0-9]{0,8}[.](png|svg)}")
    public Uni<Response> badge(
            @PathParam("achievement") String id, @PathParam("file") String file, @Context Request request) {
        int dot = file.indexOf('.');
        AchievementKey key = key(id, Integer.parseInt(file.substring(0, dot)));
        BadgePicture picture = BadgePicture.named(file.substring(dot + 1));
        return Uni.combine()
                .all()
                .unis(achievements.find(key), issuers.find(key.tenant()))
                .asTuple()
                .map(found -> face(found.getItem1(), found.getItem2()))
                .chain(face -> answer(face, picture, key, request));
    }

    private Uni<Response> answer(BadgeFace face, BadgePicture picture, AchievementKey key, Request request) {
        PublicFile file = PublicFile.of(
                Drawings.EDITION + " " + picture + "\n" + face,
                picture.type(),
                key.achievement() + "-" + key.version() + "." + picture.extension());
        Response unchanged = file.unchanged(request, CACHED);
        return unchanged == null
                ? picture.of(face, drawings)
                        .map(bytes -> file.response(bytes, CACHED))
                        .onFailure(RejectedExecutionException.class)
                        .recoverWithItem(PublicFile::busy)
                : Uni.createFrom().item(unchanged);
    }

    private static BadgeFace face(@Nullable Achievement achievement, PublicIssuers.@Nullable Found issuer) {
        if (achievement == null || issuer == null) {
            throw new ProblemException(Problem.of(
                    "unknown-badge", "There is no such badge", 404, "Check the last two parts of the address."));
        }
        return AchievementBadge.of(issuer.issuer(), achievement);
    }

    /** Tenant and slug in one segment; neither holds a dot, so there is exactly one. */
    private static AchievementKey key(String id, int version) {
        String[] parts = id.split("\\.", -1);
        return parts.length == 2
                ? new AchievementKey(parts[0], parts[1], version)
                : new AchievementKey("", "", version);
    }
}
