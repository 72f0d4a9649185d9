package org.meritstream.issuance.form;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A credential in an SVG: one {@code openbadges:credential} element, with JSON as its text or a compact JWT in its attribute
 * {@code verify} (Open Badges 3.0, section 5.3.2.2). Reading skips a document type and follows no entity.
 */
public final class BakedSvg {
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String ROOT = "<svg ";
    private static final XMLInputFactory XML = factory();

    private BakedSvg() {}

    /**
     * The image with the credential in it, as the first child of its root.
     *
     * @param svg an image of {@link SvgImage}, or another that begins with its root
     * @throws IllegalArgumentException when it does not begin so, or has a credential already
     */
    public static String bake(String svg, String credential) {
        if (!svg.startsWith(ROOT) || svg.contains(NAMESPACE)) {
            throw new IllegalArgumentException("Not an SVG without a credential");
        }
        int opened = svg.indexOf('>') + 1;
        return ROOT + "xmlns:openbadges=\"" + NAMESPACE + "\" " + svg.substring(ROOT.length(), opened)
                + element(credential) + svg.substring(opened);
    }

    /** JSON begins with a brace and a compact JWT does not. A section can not hold its own end, so it is closed and opened there. */
    private static String element(String credential) {
        return credential.startsWith("{")
                ? "<openbadges:credential><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>")
                        + "]]></openbadges:credential>"
                : "<openbadges:credential verify=\"" + SvgImage.escaped(credential) + "\"/>";
    }

    /** The credential in it, or why there is none to be taken. */
    public static Baked text(String svg) {
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
        @Nullable String token = reader.getAttributeValue(null, "verify");
        String body = reader.getElementText();
        return token == null || token.isBlank() ? body : token;
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
