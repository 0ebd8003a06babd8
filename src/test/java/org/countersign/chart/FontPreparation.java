package org.countersign.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Makes the bundled font files out of the published ones: keeps the characters that reports in Latin scripts, with
 * Greek and mathematical signs, need, and drops the layout tables (GSUB, GPOS) and the hinting, which neither the PDF
 * nor the figures use and which cost most of the size and of the reading time. The kerning of Basic Latin stays, as the
 * old {@code kern} table, which browsers and figures use.
 *
 * <p>Run by hand after the fonts change: arguments are the folder of the npm packages
 * {@code @expo-google-fonts/source-serif-4} and {@code source-sans-3}, unpacked, and the folder to write to.
 */
public final class FontPreparation {

    private static final List<String> KEPT_TABLES =
            List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

    /** First and last code point of each block that is kept, as far as the font has it. */
    private static final List<int[]> KEPT_CHARACTERS = List.of(
            new int[] {0x20, 0x17F}, // Basic Latin, Latin-1 Supplement, Latin Extended-A
            new int[] {0x192, 0x192},
            new int[] {0x1A0, 0x1B0}, // Vietnamese horns
            new int[] {0x1CD, 0x1DC}, // pinyin
            new int[] {0x218, 0x21B}, // Romanian
            new int[] {0x2BB, 0x2DD}, // modifier letters
            new int[] {0x300, 0x328}, // combining marks
            new int[] {0x370, 0x3FF}, // Greek
            new int[] {0x1E00, 0x1EF9}, // Latin Extended Additional
            new int[] {0x2000, 0x205F}, // general punctuation
            new int[] {0x2070, 0x209C}, // superscripts and subscripts
            new int[] {0x20A0, 0x20BF}, // currency
            new int[] {0x2100, 0x215F}, // letterlike signs, fractions
            new int[] {0x2190, 0x21FF}, // arrows
            new int[] {0x2200, 0x22FF}, // mathematical operators
            new int[] {0x25A0, 0x25FF}, // geometric shapes
            new int[] {0x2713, 0x2717});

    private FontPreparation() {}

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Map<String, String> faces = new LinkedHashMap<>();
        faces.put("SourceSans3-Regular.ttf", "SourceSans3_400Regular.ttf");
        faces.put("SourceSans3-Italic.ttf", "SourceSans3_400Regular_Italic.ttf");
        faces.put("SourceSans3-SemiBold.ttf", "SourceSans3_600SemiBold.ttf");
        faces.put("SourceSans3-Bold.ttf", "SourceSans3_700Bold.ttf");
        faces.put("SourceSerif4-Regular.ttf", "SourceSerif4_400Regular.ttf");
        faces.put("SourceSerif4-Italic.ttf", "SourceSerif4_400Regular_Italic.ttf");
        faces.put("SourceSerif4-SemiBold.ttf", "SourceSerif4_600SemiBold.ttf");
        faces.put("SourceSerif4-Bold.ttf", "SourceSerif4_700Bold.ttf");
        faces.put("SourceSerif4-BoldItalic.ttf", "SourceSerif4_700Bold_Italic.ttf");
        for (Map.Entry<String, String> face : faces.entrySet()) {
            Path original = find(source, face.getValue());
            byte[] stripped = strip(Files.readAllBytes(original));
            Files.write(target.resolve(face.getKey()), stripped);
            System.out.println(face.getKey() + " " + Files.size(original) + " -> " + stripped.length);
        }
    }

    private static Path find(Path folder, String name) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + name + " under " + folder));
        }
    }

    private static byte[] strip(byte[] original) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(original))) {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            TTFSubsetter subsetter = new TTFSubsetter(font, KEPT_TABLES);
            for (int[] block : KEPT_CHARACTERS) {
                for (int character = block[0]; character <= block[1]; character++) {
                    if (lookup.getGlyphId(character) != 0) {
                        subsetter.add(character);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            FontTables source = FontTables.read(original);
            FontTables subset = FontTables.read(out.toByteArray());
            subset.tables().put("OS/2", source.get("OS/2"));
            subset.tables().put("kern", kerning(source, lookup, subsetter.getGIDMap()));
            subset.tables().put("name", names(font));
            return subset.write();
        }
    }

    /**
     * The kerning of Basic Latin with its quotation marks and dashes, as the old {@code kern} table. Digits are left out:
     * numbers must stay in columns.
     */
    private static byte[] kerning(FontTables source, CmapLookup lookup, Map<Integer, Integer> oldByNew) {
        Map<Integer, Integer> newByOld = new HashMap<>();
        oldByNew.forEach((after, before) -> newByOld.put(before, after));
        TreeMap<Integer, Integer> glyphs = new TreeMap<>();
        IntStream.concat(
                        IntStream.rangeClosed(0x21, 0x7E),
                        IntStream.of(0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2212))
                .filter(character -> !Character.isDigit(character))
                .map(lookup::getGlyphId)
                .filter(newByOld::containsKey)
                .forEach(before -> glyphs.put(newByOld.getOrDefault(before, 0), before));
        PairKerning pairs = new PairKerning(source.get("GPOS"));
        ByteBuffer entries = ByteBuffer.allocate(6 * glyphs.size() * glyphs.size());
        glyphs.forEach((left, leftBefore) -> glyphs.forEach((right, rightBefore) -> {
            int value = pairs.adjustment(leftBefore, rightBefore);
            if (value != 0) {
                entries.putShort(left.shortValue()).putShort(right.shortValue()).putShort((short) value);
            }
        }));
        int count = entries.position() / 6;
        int power = Integer.highestOneBit(count);
        ByteBuffer table = ByteBuffer.allocate(18 + entries.position());
        table.putShort((short) 0).putShort((short) 1); // version, one subtable
        table.putShort((short) 0).putShort((short) (14 + entries.position())).putShort((short) 1); // horizontal pairs
        table.putShort((short) count).putShort((short) (power * 6));
        table.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((count - power) * 6));
        return table.put(entries.flip()).array();
    }

    /**
     * The names that remain. "Source" is a reserved font name of Source Sans: a changed version must not bear it, so
     * both families are named after this project here. Style sheets call them by what they come from.
     */
    private static byte[] names(TrueTypeFont font) throws IOException {
        NamingTable naming = font.getNaming();
        TreeMap<Integer, String> names = new TreeMap<>();
        for (int id : new int[] {0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17}) {
            String name = naming.getName(id, 3, 1, 0x409);
            if (name != null) {
                boolean isName = id == 1 || id == 3 || id == 4 || id == 6 || id == 16;
                names.put(
                        id,
                        isName
                                ? name.replaceAll("Source ?(Sans ?3|Serif ?4)", "Countersign$1")
                                        .replaceAll("[34]", "")
                                : name);
            }
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer table = ByteBuffer.allocate(6 + 12 * names.size());
        table.putShort((short) 0).putShort((short) names.size()).putShort((short) table.capacity());
        names.forEach((id, name) -> {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_16BE);
            table.putShort((short) 3)
                    .putShort((short) 1)
                    .putShort((short) 0x409)
                    .putShort(id.shortValue());
            table.putShort((short) bytes.length).putShort((short) text.size());
            text.writeBytes(bytes);
        });
        byte[] whole = Arrays.copyOf(table.array(), table.capacity() + text.size());
        System.arraycopy(text.toByteArray(), 0, whole, table.capacity(), text.size());
        return whole;
    }
}
