package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.catalogue.CatalogueQuery.Fault;
import org.meritstream.evidence.catalogue.CatalogueQuery.Reading;
import org.meritstream.evidence.catalogue.CatalogueSearch.Found;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.ProblemException;

/** The public catalogue: one search, as a page for people and as JSON for programs. */
@Path("/achievements")
@PermitAll
public class CatalogueResource {
    private final CatalogueSearch search;
    private final LogConfig config;

    CatalogueResource(CatalogueSearch search, LogConfig config) {
        this.search = search;
        this.config = config;
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance catalogue(CataloguePage page);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> document(@Context UriInfo uri, @Context Request request) {
        SearchParameters parameters = new SearchParameters(uri.getQueryParameters());
        return switch (QueryReading.of(parameters.given())) {
            case Reading.Faulty faulty ->
                throw new ProblemException(CatalogueProblems.malformedSearch(faulty.faults()));
            case Reading.Sound sound ->
                search.find(sound.query()).map(found -> PublicAnswer.document(bytes(found, parameters), request));
        };
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> page(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String ranges,
            @Context UriInfo uri,
            @Context Request request) {
        SearchParameters parameters = new SearchParameters(uri.getQueryParameters());
        String lang = parameters.first(SearchParameters.LANG);
        Words words = Words.forReader(lang.isBlank() ? null : lang, ranges);
        return switch (QueryReading.of(parameters.given())) {
            case Reading.Sound sound ->
                search.find(sound.query())
                        .chain(found -> html(words, parameters, found, List.of()))
                        .map(html -> PublicAnswer.page(html, words.language(), request));
            case Reading.Faulty faulty ->
                html(words, parameters, Found.NOTHING, faulty.faults())
                        .map(html -> PublicAnswer.refusal(html, words.language()));
        };
    }

    private Uni<String> html(Words words, SearchParameters parameters, Found found, List<Fault> faults) {
        return search.choices()
                .chain(choices -> Templates.catalogue(new CataloguePage(words, parameters, choices, found, faults))
                        .createUni());
    }

    private byte[] bytes(Found found, SearchParameters parameters) {
        String next = found.more()
                ? parameters.with(
                        QueryReading.AFTER,
                        QueryReading.place(found.achievements().getLast()))
                : null;
        try {
            return EventFormat.JSON.writeValueAsBytes(CatalogueDocument.of(found, config.publicUrl(), next));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
