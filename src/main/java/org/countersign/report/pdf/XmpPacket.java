package org.countersign.report.pdf;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The metadata packet: Dublin Core, dates, the standards claimed. One text, so that its bytes follow from its values. */
final class XmpPacket {

    static final String PRODUCER = "Countersign";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private XmpPacket() {}

    static byte[] of(PdfMetadata metadata) {
        String time = TIME.format(metadata.created());
        StringBuilder xmp = new StringBuilder(4096);
        xmp.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
                .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
                .append("<rdf:Description rdf:about=\"\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
                .append(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
                .append(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")
                .append(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
        element(xmp, "dc:format", "application/pdf");
        alternative(xmp, "dc:title", metadata.title());
        list(xmp, "dc:creator", "rdf:Seq", metadata.authors());
        if (!metadata.subject().isBlank()) {
            alternative(xmp, "dc:description", metadata.subject());
        }
        list(xmp, "dc:subject", "rdf:Bag", metadata.keywords());
        list(xmp, "dc:language", "rdf:Bag", List.of(metadata.language()));
        element(xmp, "xmp:CreatorTool", PRODUCER);
        element(xmp, "xmp:CreateDate", time);
        element(xmp, "xmp:ModifyDate", time);
        element(xmp, "xmp:MetadataDate", time);
        element(xmp, "pdf:Producer", PRODUCER);
        if (!metadata.keywords().isEmpty()) {
            element(xmp, "pdf:Keywords", String.join(", ", metadata.keywords()));
        }
        element(xmp, "pdfaid:part", "3");
        element(xmp, "pdfaid:conformance", "A");
        element(xmp, "pdfuaid:part", "1");
        xmp.append("</rdf:Description>\n");
        universalAccessibilityExtension(xmp);
        xmp.append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
        return xmp.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** PDF/A knows the PDF/UA identifier only when it is described in the packet itself. */
    private static void universalAccessibilityExtension(StringBuilder xmp) {
        xmp.append("<rdf:Description rdf:about=\"\"")
                .append(" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"")
                .append(" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"")
                .append(" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n")
                .append("<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n");
        element(xmp, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
        element(xmp, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
        element(xmp, "pdfaSchema:prefix", "pdfuaid");
        xmp.append("<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n");
        element(xmp, "pdfaProperty:name", "part");
        element(xmp, "pdfaProperty:valueType", "Integer");
        element(xmp, "pdfaProperty:category", "internal");
        element(xmp, "pdfaProperty:description", "Indicates which part of the ISO 14289 standard is followed");
        xmp.append("</rdf:li></rdf:Seq></pdfaSchema:property>\n")
                .append("</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
    }

    private static void element(StringBuilder xmp, String name, String value) {
        xmp.append('<')
                .append(name)
                .append('>')
                .append(escape(value))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static void alternative(StringBuilder xmp, String name, String value) {
        xmp.append('<').append(name).append("><rdf:Alt><rdf:li xml:lang=\"x-default\">");
        xmp.append(escape(value)).append("</rdf:li></rdf:Alt></").append(name).append(">\n");
    }

    private static void list(StringBuilder xmp, String name, String container, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        xmp.append('<').append(name).append("><").append(container).append('>');
        values.forEach(value -> xmp.append("<rdf:li>").append(escape(value)).append("</rdf:li>"));
        xmp.append("</").append(container).append("></").append(name).append(">\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
