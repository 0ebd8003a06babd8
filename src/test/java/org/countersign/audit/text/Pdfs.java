package org.countersign.audit.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Small PDFs for tests. */
public final class Pdfs {

    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);

    private Pdfs() {}

    /** A full-width title over two columns of lines. */
    static byte[] twoColumns(String title, List<String> left, List<String> right) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                show(content, title, 60, 780, 16);
                // Interleaved, as some producers write it.
                for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                    if (i < left.size()) {
                        show(content, left.get(i), 60, 740 - 12 * i, 10);
                    }
                    if (i < right.size()) {
                        show(content, right.get(i), 310, 740 - 12 * i, 10);
                    }
                }
            }
            return bytes(document);
        }
    }

    /** One line with a raised run after each odd part. */
    static byte[] raised(String... parts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float x = 60;
                for (int i = 0; i < parts.length; i++) {
                    boolean up = i % 2 == 1;
                    float size = up ? 6.5f : 10;
                    show(content, parts[i], x, up ? 744 : 740, size);
                    x += FONT.getStringWidth(parts[i]) / 1000 * size;
                }
            }
            return bytes(document);
        }
    }

    static byte[] table(List<List<String>> rows) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < rows.size(); i++) {
                    for (int j = 0; j < rows.get(i).size(); j++) {
                        show(content, rows.get(i).get(j), 60 + 150 * j, 740 - 14 * i, 10);
                    }
                }
            }
            return bytes(document);
        }
    }

    /** A table on its side below an upright running head, with a stamp in the margin; the page may be turned for the screen. */
    static byte[] turnedTable(List<List<String>> rows, String head, int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                show(content, head, 60, 800, 9);
                turned(content, "Stamp 2401.00001 of a 27 (99%) server", 30, 300, 8, -1);
                for (int i = 0; i < rows.size(); i++) {
                    for (int j = 0; j < rows.get(i).size(); j++) {
                        turned(content, rows.get(i).get(j), 100 + 14 * i, 60 + 150 * j, 10, 1);
                    }
                }
            }
            return bytes(document);
        }
    }

    /** Every line on its side, on a page that is turned so that they are upright on the screen. */
    static byte[] landscape(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(90);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < lines.size(); i++) {
                    turned(content, lines.get(i), 100 + 14 * i, 60, 10, 1);
                }
            }
            return bytes(document);
        }
    }

    private static void turned(PDPageContentStream content, String text, float x, float y, float size, int sense)
            throws IOException {
        content.beginText();
        content.setFont(FONT, size);
        content.setTextMatrix(new org.apache.pdfbox.util.Matrix(0, sense, -sense, 0, x, y));
        content.showText(text);
        content.endText();
    }

    /** A small file whose page draws a form that draws a form ten times, and so on: ten to the power of {@code depth} words. */
    public static byte[] endless(int depth) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFormXObject inner = form(document, "BT /F 10 Tf 60 60 Td (word) Tj ET", new PDResources());
            inner.getResources().put(COSName.getPDFName("F"), FONT);
            for (int i = 0; i < depth; i++) {
                PDResources resources = new PDResources();
                resources.put(COSName.getPDFName("X"), inner);
                inner = form(document, "/X Do ".repeat(10), resources);
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            return bytes(document);
        }
    }

    private static PDFormXObject form(PDDocument document, String content, PDResources resources) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setResources(resources);
        form.setBBox(new PDRectangle(600, 800));
        try (java.io.OutputStream out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return form;
    }

    /** Thousands of letters strewn over a page. */
    static byte[] strewn(int letters) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            java.util.Random random = new java.util.Random(7);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < letters; i++) {
                    show(content, "p", random.nextFloat() * 590, random.nextFloat() * 840, 1 + random.nextInt(30));
                }
            }
            return bytes(document);
        }
    }

    static byte[] withoutText() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            return bytes(document);
        }
    }

    static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document);
        }
    }

    private static void show(PDPageContentStream content, String text, float x, float y, float size)
            throws IOException {
        content.beginText();
        content.setFont(FONT, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
