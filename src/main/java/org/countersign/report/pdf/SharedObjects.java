package org.countersign.report.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Makes a laid-out document of fewer objects. The layout gives every link a dictionary for its (absent) border and every
 * cell one for its attributes, though few of them differ; a third of the objects go when equal ones are one, and those
 * that only their owner refers to stand inside it.
 */
final class SharedObjects {

    private static final List<COSName> OF_LINKS = List.of(COSName.A, COSName.BS);

    private final Map<String, COSDictionary> attributes = new HashMap<>();

    private SharedObjects() {}

    static void in(PDDocument document) {
        for (PDPage page : document.getPages()) {
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            if (annotations != null) {
                for (int i = 0; i < annotations.size(); i++) {
                    if (annotations.getObject(i) instanceof COSDictionary annotation) {
                        OF_LINKS.forEach(key -> embed(annotation.getDictionaryObject(key)));
                    }
                }
            }
        }
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root != null) {
            new SharedObjects().walk(root.getDictionaryObject(COSName.K));
        }
    }

    private void walk(COSBase kid) {
        if (kid instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                walk(kids.getObject(i));
            }
        } else if (kid instanceof COSDictionary element) {
            if (element.containsKey(COSName.S)) {
                if (element.getDictionaryObject(COSName.A) instanceof COSDictionary own) {
                    element.setItem(COSName.A, attributes.computeIfAbsent(own.toString(), text -> own));
                }
                walk(element.getDictionaryObject(COSName.K));
            } else {
                embed(element);
            }
        }
    }

    private static void embed(COSBase object) {
        if (object instanceof COSDictionary dictionary) {
            dictionary.setDirect(true);
        }
    }
}
