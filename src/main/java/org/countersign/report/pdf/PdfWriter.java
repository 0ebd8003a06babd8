package org.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.countersign.chart.Drawing;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Writes a page of XHTML as a tagged PDF: PDF/UA-1 and PDF/A-3a, the fonts embedded, the attachments inside.
 *
 * <p>The page is one XHTML document with its style sheet inside; nothing outside it is read. The families are
 * {@code "Source Serif 4"} (weights 400, 600, 700, italics at 400 and 700) and {@code "Source Sans 3"} (400, 600, 700,
 * italics at 400), also called {@code serif}, {@code sans-serif} and {@code monospace}. The
 * headings make the outline, unless a {@code bookmarks} element in the head does. A character that the fonts lack is
 * printed as {@code #}: {@link #unprintable} finds it before.
 *
 * <p>A figure stands where {@code <object data="ID" alt="..."></object>} names it: as vectors and text, as wide as its
 * drawing but at most 640 CSS pixels (the text width of A4 with margins of 20 mm) unless a {@code width} attribute in CSS
 * pixels says otherwise, tagged with the alternative text.
 *
 * <p>The bytes follow from the arguments alone: not from the clock, the time zone, the locale or the machine's fonts.
 */
public final class PdfWriter {

    /** The width in CSS pixels that a figure has at most unless its element says otherwise. */
    private static final int FIGURE_WIDTH = 640;

    private PdfWriter() {}

    /**
     * Writes the document.
     *
     * @param xhtml well-formed XHTML without a document type that would have to be fetched
     * @param metadata title, authors, dates
     * @param attachments files to embed
     * @param figures drawings by the id that the page uses
     * @throws IllegalArgumentException if the page is not well-formed, or names a figure that is not among the figures
     */
    public static byte[] write(
            String xhtml, PdfMetadata metadata, List<PdfAttachment> attachments, Map<String, Drawing> figures) {
        return write(xhtml, metadata, () -> attachments, figures);
    }

    /**
     * Writes the document with attachments that may still be in the making.
     *
     * @param attachments asked for when the pages are laid out
     * @throws IllegalArgumentException if the page is not well-formed, or names a figure that is not among the figures
     */
    public static byte[] write(
            String xhtml,
            PdfMetadata metadata,
            Supplier<List<PdfAttachment>> attachments,
            Map<String, Drawing> figures) {
        XRLog.setLoggingEnabled(false);
        Document page = parse(xhtml);
        page.getDocumentElement().setAttribute("lang", metadata.language());
        sizeFigures(page, figures);
        Bookmarks.add(page);
        ReadingOrder.keep(page);
        try (PDDocument document = new PDDocument()) {
            layOut(page, document, figures);
            describe(document, metadata);
            declareColors(document);
            attach(document, metadata, attachments.get());
            document.setDocumentId(checksum(xhtml));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 18);
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF cannot be written", e);
        }
    }

    /**
     * The pages of a document that was just written.
     *
     * @throws IllegalArgumentException if {@code pdf} is no PDF
     */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new IllegalArgumentException("pdf: expected a PDF: " + e.getMessage(), e);
        }
    }

    /** The characters of a text that the bundled fonts lack, each once, in order; mostly the empty text. */
    public static String unprintable(String text) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character) && !PdfFonts.has(character))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /**
     * Loads what the first document needs, by writing a small one. Costs as much as it spares; worth while beside other
     * work, before the first document is there to be written.
     */
    public static void prepare() {
        String page =
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>-</title><style>@page { size: A4; }"
                        + " h1 { font-family: \"Source Sans 3\"; } a, b, i { font-family: \"Source Serif 4\"; }</style></head><body><h1 id=\"a\">-</h1>"
                        + "<p><b>-</b> <i>-</i> <a href=\"#a\">-</a></p><table><thead><tr><th scope=\"col\">-</th></tr></thead>"
                        + "<tbody><tr><td>-</td></tr></tbody></table></body></html>";
        write(page, new PdfMetadata("-", List.of(), "en", "", List.of(), java.time.Instant.EPOCH), List.of(), Map.of());
    }

    private static void layOut(Document page, PDDocument document, Map<String, Drawing> figures) throws IOException {
        PdfFonts fonts = new PdfFonts(document);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePageSupplier(new MarkedPages());
        // leaves the pages' content uncompressed, and does nothing else
        builder.testMode(true);
        builder.withW3cDocument(page, "");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useObjectDrawerFactory(new FigurePainter(figures, fonts));
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer(XmpPacket.PRODUCER);
        fonts.register(builder);
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // the library asks for a TransformerFactory: let it be the JDK's, without a search of every jar for another
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            MarkedPages.compress(document);
            SharedObjects.in(document);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("xhtml: expected it to be well-formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the XML parser of the platform does not work", e);
        }
    }

    /** Gives every figure's element the size of its drawing, so that the layout knows it. */
    private static void sizeFigures(Document page, Map<String, Drawing> figures) {
        NodeList objects = page.getElementsByTagName("object");
        for (int i = 0; i < objects.getLength(); i++) {
            Element object = (Element) objects.item(i);
            Drawing drawing = figures.get(object.getAttribute("data"));
            if (drawing == null) {
                throw new IllegalArgumentException("figure `" + object.getAttribute("data")
                        + "` of the page: expected one of " + String.join(", ", new TreeSet<>(figures.keySet())));
            }
            if (object.getAttribute("alt").isBlank()) {
                throw new IllegalArgumentException(
                        "figure `" + object.getAttribute("data") + "` of the page: expected alternative text in `alt`");
            }
            String given = object.getAttribute("width");
            double width = given.isEmpty() ? Math.min(drawing.width(), FIGURE_WIDTH) : Double.parseDouble(given);
            double height = width * drawing.height() / drawing.width();
            object.setAttribute(
                    "style",
                    String.format(Locale.ROOT, "display: block; width: %.2fpx; height: %.2fpx", width, height));
        }
    }

    /**
     * Names sRGB as what the colours mean. The profile is embedded as it stands: read by the JDK and written again, its
     * bytes would differ between releases.
     */
    private static void declareColors(PDDocument document) throws IOException {
        try (InputStream profile = PdfWriter.class.getResourceAsStream("/countersign/icc/sRGB.icc")) {
            if (profile == null) {
                throw new IOException("the program lacks its colour profile");
            }
            PDStream stream = new PDStream(document, profile, COSName.FLATE_DECODE);
            stream.getCOSObject().setInt(COSName.N, 3);
            COSDictionary intent = new COSDictionary();
            intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
            intent.setItem(COSName.S, COSName.GTS_PDFA1);
            intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
            intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
            intent.setString(COSName.REGISTRY_NAME, "http://www.color.org");
            intent.setItem(COSName.DEST_OUTPUT_PROFILE, stream);
            document.getDocumentCatalog().addOutputIntent(new PDOutputIntent(intent));
        }
    }

    private static void describe(PDDocument document, PdfMetadata metadata) throws IOException {
        Calendar created = created(metadata);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(metadata.title());
        if (!metadata.authors().isEmpty()) {
            information.setAuthor(String.join("; ", metadata.authors()));
        }
        if (!metadata.subject().isBlank()) {
            information.setSubject(metadata.subject());
        }
        if (!metadata.keywords().isEmpty()) {
            information.setKeywords(String.join(", ", metadata.keywords()));
        }
        information.setCreator(XmpPacket.PRODUCER);
        information.setProducer(XmpPacket.PRODUCER);
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(metadata.language());
        document.getDocumentCatalog().getMetadata().importXMPMetadata(XmpPacket.of(metadata));
    }

    private static Calendar created(PdfMetadata metadata) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(metadata.created().toEpochMilli());
        return calendar;
    }

    private static void attach(PDDocument document, PdfMetadata metadata, List<PdfAttachment> attachments)
            throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        for (PdfAttachment attachment : attachments) {
            PDEmbeddedFile embedded = new PDEmbeddedFile(document);
            try (OutputStream content = embedded.getCOSObject().createRawOutputStream()) {
                content.write(attachment.compressedBytes());
            }
            embedded.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            embedded.setSubtype(attachment.mediaType());
            embedded.setSize(attachment.size());
            embedded.setCreationDate(created(metadata));
            embedded.setModDate(created(metadata));
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(attachment.name());
            file.setFileUnicode(attachment.name());
            file.setFileDescription(attachment.description());
            file.setEmbeddedFile(embedded);
            file.setEmbeddedFileUnicode(embedded);
            file.getCOSObject().setName("AFRelationship", "Data");
            files.put(attachment.name(), file);
            associated.add(file.getCOSObject());
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(new TreeMap<>(files));
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names == null) {
            names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        }
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static long checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
