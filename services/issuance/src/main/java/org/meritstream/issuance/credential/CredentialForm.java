package org.meritstream.issuance.credential;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.proof.JoseSecuring;

/** The forms that a credential is served in at its address. */
public enum CredentialForm {
    DOCUMENT(PublicForm.VC),
    /** A compact JWS; only where the issuer secures credentials so, too. */
    TOKEN(JoseSecuring.MEDIA_TYPE),
    /** A token of which its holder may show parts; only where the issuer secures credentials so, too. */
    SD_JWT(AchievementToken.MEDIA_TYPE),
    PAGE(MediaType.TEXT_HTML),
    PNG("image/png"),
    SVG("image/svg+xml"),
    PDF("application/pdf");

    private static final Map<String, CredentialForm> WILDCARDS =
            Map.of("*/*", DOCUMENT, "application/*", DOCUMENT, "text/*", PAGE, "image/*", PNG);

    private final String type;

    CredentialForm(String type) {
        this.type = type;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** What a file of it is called after the dot. */
    String extension() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The first that fits, by the client's own order.
     *
     * @param as {@code document}, {@code token}, {@code sd-jwt}, {@code png}, {@code svg} or {@code pdf} for that form whatever the client accepts; else it is not looked at
     * @return null when the client accepts none of them
     */
    static @Nullable CredentialForm of(@Nullable String as, List<MediaType> accepted) {
        for (CredentialForm form : values()) {
            if (form != PAGE && form.extension().equals(as)) {
                return form;
            }
        }
        for (MediaType type : accepted) {
            CredentialForm form = of(type);
            if (form != null) {
                return form;
            }
        }
        return null;
    }

    /** Whether a client that would rather have the token takes the document all the same. */
    static boolean takesDocument(List<MediaType> accepted) {
        return accepted.stream().anyMatch(type -> of(type) == DOCUMENT);
    }

    private static @Nullable CredentialForm of(MediaType accepted) {
        String name = accepted.getType() + "/" + accepted.getSubtype();
        for (CredentialForm form : values()) {
            if (form.type.equals(name)) {
                return form;
            }
        }
        if (PublicForm.isToken(accepted)) {
            return TOKEN;
        }
        return PublicForm.isJson(accepted) ? DOCUMENT : WILDCARDS.get(name);
    }
}
