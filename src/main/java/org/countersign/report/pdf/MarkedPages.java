package org.countersign.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages whose marked content is kept cheaply. The layout marks the background and border of every box, painted or not, as
 * an artifact with a property list of its own, which readers skip. Here all share one list (a layout artifact, which needs
 * no area) under one name, and the empty ones, nearly all, are taken out before the pages are compressed: they would
 * otherwise be half of the document.
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

    /** Takes empty artifacts out of the pages, which the layout must have left uncompressed, and compresses them. */
    static void compress(PDDocument document) throws IOException {
        List<Content> contents = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            COSBase properties = page.getResources().getCOSObject().getDictionaryObject(COSName.PROPERTIES);
            Optional<COSName> artifact =
                    properties instanceof Properties own ? Optional.ofNullable(own.artifact) : Optional.empty();
            Iterator<PDStream> streams = page.getContentStreams();
            while (streams.hasNext()) {
                contents.add(new Content(streams.next().getCOSObject(), artifact));
            }
        }
        List<byte[]> compressed =
                contents.parallelStream().map(Content::compressed).toList();
        for (int i = 0; i < contents.size(); i++) {
            contents.get(i).replace(compressed.get(i));
        }
    }

    /** One stream of a page's content. */
    private record Content(COSStream stream, byte[] bytes, Optional<COSName> artifact) {

        private Content(COSStream stream, Optional<COSName> artifact) throws IOException {
            this(stream, read(stream), artifact);
        }

        private static byte[] read(COSStream stream) throws IOException {
            try (InputStream in = stream.createRawInputStream()) {
                return in.readAllBytes();
            }
        }

        private byte[] compressed() {
            return Deflated.of(artifact.map(this::withoutEmpty).orElse(bytes));
        }

        /**
         * The sequence cannot be part of a text: texts are pairs of bytes, and no face has as many glyphs as a pair that
         * holds a capital letter or a slash first would name.
         */
        private byte[] withoutEmpty(COSName name) {
            byte[] empty = ("/Artifact /" + name.getName() + " BDC\nEMC\n").getBytes(StandardCharsets.US_ASCII);
            byte[] kept = new byte[bytes.length];
            int n = 0;
            for (int i = 0; i < bytes.length; ) {
                if (bytes[i] == '/'
                        && i + empty.length <= bytes.length
                        && Arrays.equals(bytes, i, i + empty.length, empty, 0, empty.length)) {
                    i += empty.length;
                } else {
                    kept[n++] = bytes[i++];
                }
            }
            return Arrays.copyOf(kept, n);
        }

        private void replace(byte[] compressed) throws IOException {
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(compressed);
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        }
    }

    /** Property lists by name; those of backgrounds are all the same. */
    private static final class Properties extends COSDictionary {

        private final COSDictionary layoutArtifact;
        private @Nullable COSName artifact;

        Properties(COSDictionary layoutArtifact) {
            this.layoutArtifact = layoutArtifact;
        }

        @Override
        public boolean containsValue(Object value) {
            return artifact != null && isBackground(value);
        }

        @Override
        public @Nullable COSName getKeyForValue(Object value) {
            return isBackground(value) ? artifact : null;
        }

        @Override
        public void setItem(COSName key, COSBase value) {
            if (isBackground(value)) {
                artifact = key;
                super.setItem(key, layoutArtifact);
            } else {
                super.setItem(key, value);
            }
        }

        private static boolean isBackground(Object value) {
            return value instanceof COSDictionary list
                    && COSName.BACKGROUND.equals(list.getDictionaryObject(COSName.TYPE));
        }
    }
}
