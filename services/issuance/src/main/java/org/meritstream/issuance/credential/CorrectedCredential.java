package org.meritstream.issuance.credential;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.log.http.Problem;

/**
 * The answer at the address of a credential that was corrected: in every form the same, and nothing of the former one. It says where the corrected one
 * is (RFC 5829, {@code successor-version}), which is seen there once its holder shares it.
 */
final class CorrectedCredential {
    private static final int GONE = 410;

    private CorrectedCredential() {}

    /** @param by the newest of its award */
    static Uni<Response> answer(SharedCredential former, UUID by, CredentialForm form) {
        String address = CredentialPage.sibling(
                CredentialPage.tree(former.credential().document()).path("id").asText(), by);
        return form == CredentialForm.PAGE
                ? CredentialPages.corrected(address)
                        .createUni()
                        .map(html -> gone(html, MediaType.TEXT_HTML + ";charset=UTF-8", address))
                : Uni.createFrom().item(gone(problem(), Problem.MEDIA_TYPE, address));
    }

    private static Response gone(Object entity, String type, String successor) {
        return Response.status(GONE)
                .type(type)
                .entity(entity)
                .header(HttpHeaders.LINK, "<" + successor + ">; rel=\"successor-version\"")
                .header(HttpHeaders.CACHE_CONTROL, PublicDocument.UNCACHED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Problem problem() {
        return Problem.of(
                "corrected-credential",
                "The credential was corrected",
                GONE,
                "Its issuer has issued it anew. The corrected one is at the address in Link, once its holder shares it.");
    }
}
