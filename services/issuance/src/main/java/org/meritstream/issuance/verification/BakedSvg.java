package org.meritstream.issuance.verification;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The credential in an SVG: its one {@code openbadges:credential} element, with a compact JWT in the attribute {@code verify} or JSON as its
 * text (Open Badges 3.0, section 5.3.2.2). A document type is skipped, and no entity is followed.
 */
final class BakedSvg {
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final XMLInputFactory XML = factory();

    private BakedSvg() {}

    static Baked text(String svg) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(svg));
            try {
                return text(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return new Baked.None("It is neither an SVG image nor anything else that could be read.");
        }
    }

    private static Baked text(XMLStreamReader reader) throws XMLStreamException {
        String root = null;
        String found = null;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            root = root == null ? reader.getLocalName() : root;
            if (isCredential(reader)) {
                if (found != null) {
                    return new Baked.None("It is an SVG image with two credentials in it, where one may be.");
                }
                found = credential(reader);
            }
        }
        if (!"svg".equals(root)) {
            return new Baked.None("It is neither an SVG image nor anything else that holds a credential.");
        }
        return found == null ? new Baked.None("It is an SVG image without a credential in it.") : new Baked.Text(found);
    }

    private static boolean isCredential(XMLStreamReader reader) {
        return "credential".equals(reader.getLocalName()) && NAMESPACE.equals(reader.getNamespaceURI());
    }

    private static String credential(XMLStreamReader reader) throws XMLStreamException {
        String token = attribute(reader);
        String body = reader.getElementText();
        return token == null ? body : token;
    }

    private static @Nullable String attribute(XMLStreamReader reader) {
        String token = reader.getAttributeValue(null, "verify");
        return token == null || token.isBlank() ? null : token;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
