package org.meritstream.issuance.form;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What goes with the pages of a document: title, language, dates, and the signed credential as an associated file (ISO 32000-2, section 14.13: the
 * source that the pages were made from). All of it follows from the credential, so that the same credential always gives the same bytes.
 */
final class PdfEnvelope {
    /** What the attached file is called. */
    static final String ATTACHED = "credential.json";

    private static final String LANGUAGE = "en";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final float VERSION = 1.7f;

    private PdfEnvelope() {}

    static void close(PDDocument document, Statement statement, String signed) throws IOException {
        String title = statement.badge().name() + ", awarded to " + statement.holder();
        GregorianCalendar date = GregorianCalendar.from(statement.awardedAt().atZone(ZoneOffset.UTC));
        document.setVersion(VERSION);
        document.setDocumentId((long) Palette.seed(signed));
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(title);
        about.setAuthor(statement.badge().issuer());
        about.setCreator("Meritstream");
        about.setCreationDate(date);
        about.setModificationDate(date);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(LANGUAGE);
        PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(statement, title).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        catalog.addOutputIntent(colours(document));
        attach(document, catalog, signed, date);
    }

    private static void attach(PDDocument document, PDDocumentCatalog catalog, String signed, GregorianCalendar date)
            throws IOException {
        byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/vc");
        file.setSize(bytes.length);
        file.setCreationDate(date);
        file.setModDate(date);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHED);
        specification.setFileUnicode(ATTACHED);
        specification.setFileDescription("The signed credential, Open Badges 3.0");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHED, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** What the colours mean: PDF/A-3 asks for a profile, and the runtime carries one. */
    private static PDOutputIntent colours(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    /** ISO 16684-1. Where a reader shows the title of a file it is read from here; what conforms to what says it here. */
    private static String xmp(Statement statement, String title) {
        return xmpTemplate()
                .formatted(
                        SvgImage.escaped(title),
                        SvgImage.escaped(statement.badge().issuer()),
                        LANGUAGE,
                        SvgImage.escaped(statement.address()),
                        statement.awardedAt());
    }

    private static String xmpTemplate() {
        try (InputStream in = PdfEnvelope.class.getResourceAsStream("/forms/metadata.xmp")) {
            if (in == null) {
                throw new IllegalStateException("The metadata are not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
