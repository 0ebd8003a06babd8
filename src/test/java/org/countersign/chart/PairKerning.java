package org.countersign.chart;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Reads the pair adjustments of the {@code kern} feature out of a GPOS table (OpenType 1.9, GPOS lookup type 2): by
 * glyph pairs and by classes, as far as the first glyph's advance is changed.
 */
final class PairKerning {

    private final ByteBuffer gpos;
    private final List<List<Integer>> lookups = new ArrayList<>();

    PairKerning(byte[] gpos) {
        this.gpos = ByteBuffer.wrap(gpos);
        int features = unsigned(6);
        int lookupList = unsigned(8);
        TreeSet<Integer> indices = new TreeSet<>();
        for (int i = 0; i < unsigned(features); i++) {
            int entry = features + 2 + 6 * i;
            if (this.gpos.getInt(entry) == 0x6B65726E) {
                int feature = features + unsigned(entry + 4);
                for (int k = 0; k < unsigned(feature + 2); k++) {
                    indices.add(unsigned(feature + 4 + 2 * k));
                }
            }
        }
        for (int index : indices) {
            lookups.add(subtables(lookupList + unsigned(lookupList + 2 + 2 * index)));
        }
    }

    private List<Integer> subtables(int lookup) {
        List<Integer> subtables = new ArrayList<>();
        int type = unsigned(lookup);
        for (int i = 0; i < unsigned(lookup + 4); i++) {
            int subtable = lookup + unsigned(lookup + 6 + 2 * i);
            if (type == 9 && unsigned(subtable + 2) == 2) {
                subtables.add(subtable + gpos.getInt(subtable + 4));
            } else if (type == 2) {
                subtables.add(subtable);
            }
        }
        return subtables;
    }

    /** What is added to the advance of the left glyph; 0 for most pairs. */
    int adjustment(int left, int right) {
        int sum = 0;
        for (List<Integer> lookup : lookups) {
            for (int subtable : lookup) {
                OptionalInt value = adjustment(subtable, left, right);
                if (value.isPresent()) {
                    sum += value.getAsInt();
                    break;
                }
            }
        }
        return sum;
    }

    private OptionalInt adjustment(int subtable, int left, int right) {
        int covered = coverage(subtable + unsigned(subtable + 2), left);
        if (covered < 0) {
            return OptionalInt.empty();
        }
        int firstFormat = unsigned(subtable + 4);
        int size = 2 * (Integer.bitCount(firstFormat) + Integer.bitCount(unsigned(subtable + 6)));
        int advance = (firstFormat & 4) == 0 ? -1 : 2 * Integer.bitCount(firstFormat & 3);
        if (unsigned(subtable) == 1) {
            int set = subtable + unsigned(subtable + 10 + 2 * covered);
            for (int i = 0; i < unsigned(set); i++) {
                int entry = set + 2 + i * (2 + size);
                if (unsigned(entry) == right) {
                    return OptionalInt.of(advance < 0 ? 0 : gpos.getShort(entry + 2 + advance));
                }
            }
            return OptionalInt.empty();
        }
        int leftClass = glyphClass(subtable + unsigned(subtable + 8), left);
        int rightClass = glyphClass(subtable + unsigned(subtable + 10), right);
        int entry = subtable + 16 + size * (leftClass * unsigned(subtable + 14) + rightClass);
        return OptionalInt.of(advance < 0 ? 0 : gpos.getShort(entry + advance));
    }

    private int coverage(int table, int glyph) {
        int count = unsigned(table + 2);
        for (int i = 0; i < count; i++) {
            if (unsigned(table) == 1) {
                if (unsigned(table + 4 + 2 * i) == glyph) {
                    return i;
                }
            } else {
                int range = table + 4 + 6 * i;
                if (glyph >= unsigned(range) && glyph <= unsigned(range + 2)) {
                    return unsigned(range + 4) + glyph - unsigned(range);
                }
            }
        }
        return -1;
    }

    private int glyphClass(int table, int glyph) {
        if (unsigned(table) == 1) {
            int index = glyph - unsigned(table + 2);
            return index >= 0 && index < unsigned(table + 4) ? unsigned(table + 6 + 2 * index) : 0;
        }
        for (int i = 0; i < unsigned(table + 2); i++) {
            int range = table + 4 + 6 * i;
            if (glyph >= unsigned(range) && glyph <= unsigned(range + 2)) {
                return unsigned(range + 4);
            }
        }
        return 0;
    }

    private int unsigned(int offset) {
        return gpos.getShort(offset) & 0xFFFF;
    }
}
