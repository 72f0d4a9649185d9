package org.meritstream.evidence.teach;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.pages.Reader;

/** Where staff begin. */
@Path("/teach")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class TeachResource {
    private final Visits visits;

    TeachResource(Visits visits) {
        this.visits = visits;
    }

    @CheckedTemplate(basePath = "teach", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance desk(Frame frame);
    }

    @GET
    public Uni<Response> desk(@BeanParam Reader reader) {
        return visits.during(reader, visitor -> visits.answer(reader, Templates.desk(Frame.of(reader, visitor))));
    }
}
