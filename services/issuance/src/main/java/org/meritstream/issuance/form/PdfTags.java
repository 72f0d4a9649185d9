package org.meritstream.issuance.form;

import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * The structure of a tagged PDF (ISO 32000-1, sections 14.7 and 14.8): what is a heading, a list, a figure, in the order in which it is read, and which
 * drawn content belongs to which.
 */
final class PdfTags {
    /** Annotations are numbered above all pages. */
    private static final int ABOVE_PAGES = 10_000;

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement top;
    private final TreeMap<Integer, PDParentTreeValue> parents = new TreeMap<>();

    PdfTags(PDDocument document) {
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        top = new PDStructureElement("Document", root);
        root.appendKid(top);
    }

    /** An element below another; null for the document itself. */
    PDStructureElement add(PDStructureElement parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** An element of the document. */
    PDStructureElement add(String type) {
        return add(top, type);
    }

    /** A figure with the words that stand for it. */
    PDStructureElement figure(String words, PDRectangle place) {
        PDStructureElement figure = add("Figure");
        figure.setAlternateDescription(words);
        PDLayoutAttributeObject layout = new PDLayoutAttributeObject();
        layout.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
        layout.setBBox(place);
        figure.addAttribute(layout);
        return figure;
    }

    /** Counts a page in. */
    void page(PDPage page, int index) {
        page.setStructParents(index);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parents.put(index, new PDParentTreeValue(new COSArray()));
    }

    /** The number that marks the next content of a page as belonging to an element. */
    int mark(PDStructureElement element, PDPage page) {
        COSArray contents = (COSArray)
                Objects.requireNonNull(parents.get(page.getStructParents())).getCOSObject();
        int number = contents.size();
        contents.add(element.getCOSObject());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        return number;
    }

    /** Makes an annotation part of an element. */
    void annotation(PDStructureElement element, PDAnnotation annotation, PDPage page) {
        int key = ABOVE_PAGES + parents.size();
        annotation.setStructParent(key);
        parents.put(key, new PDParentTreeValue(element.getCOSObject()));
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(annotation);
        reference.getCOSObject().setItem(COSName.PG, page);
        element.appendKid(reference);
    }

    /** Writes down which content belongs to which element. */
    void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(new TreeMap<>(parents));
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.lastKey() + 1);
    }
}
