package org.countersign.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Pages whose marked content is kept cheaply. The layout makes a property list for each piece of content, and one for
 * the background and border of each box, which readers skip. The first are never searched for an equal one, since none
 * is; the second share one list (a layout artifact, which needs no area) and would otherwise be half of the document.
 */
final class MarkedPages implements PageSupplier {

    private final COSDictionary layoutArtifact = new COSDictionary();

    MarkedPages() {
        layoutArtifact.setItem(COSName.TYPE, COSName.getPDFName("Layout"));
    }

    @Override
    public PDPage requestPage(PDDocument document, float width, float height, int number, int shadowNumber) {
        PDPage page = new PDPage(new PDRectangle(width, height));
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.PROPERTIES, new Properties(layoutArtifact));
        page.setResources(resources);
        document.addPage(page);
        return page;
    }

    private static final class Properties extends COSDictionary {

        private final COSDictionary layoutArtifact;

        Properties(COSDictionary layoutArtifact) {
            this.layoutArtifact = layoutArtifact;
        }

        @Override
        public boolean containsValue(Object value) {
            return false;
        }

        @Override
        public void setItem(COSName key, COSBase value) {
            super.setItem(key, isBackground(value) ? layoutArtifact : value);
        }

        private static boolean isBackground(COSBase value) {
            return value instanceof COSDictionary list
                    && COSName.BACKGROUND.equals(list.getDictionaryObject(COSName.TYPE));
        }
    }
}
