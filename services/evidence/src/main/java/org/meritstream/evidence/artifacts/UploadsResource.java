package org.meritstream.evidence.artifacts;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.signin.CallingLearner;

/** Takes files: the body is the file. A submission names it afterwards; both may be repeated. */
@Path("/api/artifacts/uploads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"learner", "registrar"})
public class UploadsResource {
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:$|,)");

    private final UploadEdge uploads;
    private final CallingLearner learner;

    UploadsResource(UploadEdge uploads, CallingLearner learner) {
        this.uploads = uploads;
        this.learner = learner;
    }

    /** Receives the body, as it comes. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response upload(
            InputStream bytes,
            @QueryParam("name") @Nullable String name,
            @QueryParam("learner") @Nullable String whose,
            @QueryParam("studentNumber") @Nullable String studentNumber,
            @Context HttpHeaders headers) {
        long length = headers.getLength();
        String digest = digest(headers.getHeaderString("Content-Digest"));
        UploadView kept =
                uploads.take(learner.concerned(whose, studentNumber), new UploadEdge.Sent(bytes, length, digest, name));
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    /** RFC 9530 section 2; other algorithms beside it are passed over. */
    private static @Nullable String digest(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher sha256 = SHA_256.matcher(header);
        if (!sha256.find()) {
            throw ArtifactProblems.malformedDigest();
        }
        return "sha-256:" + HexFormat.of().formatHex(Base64.getDecoder().decode(sha256.group(1)));
    }
}
