package org.countersign.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a TrueType file by tag: reading the directory, and writing a file of other tables. */
record FontTables(TreeMap<String, byte[]> tables) {

    static FontTables read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        TreeMap<String, byte[]> tables = new TreeMap<>();
        int count = in.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            byte[] table = new byte[in.getInt(entry + 12)];
            in.get(in.getInt(entry + 8), table);
            tables.put(new String(file, entry, 4, StandardCharsets.US_ASCII), table);
        }
        return new FontTables(tables);
    }

    byte[] get(String tag) {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("table `" + tag + "`: expected one of " + tables.keySet());
        }
        return table;
    }

    /** The file: tables sorted by tag, checksums computed. */
    byte[] write() {
        byte[] head = get("head").clone();
        ByteBuffer.wrap(head).putInt(8, 0);
        tables.put("head", head);
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        ByteBuffer directory = ByteBuffer.allocate(12 + 16 * count);
        directory.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16));
        directory.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((count - power) * 16));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, Integer> offsets = new LinkedHashMap<>();
        tables.forEach((tag, table) -> {
            int offset = directory.capacity() + body.size();
            offsets.put(tag, offset);
            directory.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(checksum(table));
            directory.putInt(offset).putInt(table.length);
            body.writeBytes(table);
            body.writeBytes(new byte[-table.length & 3]);
        });
        ByteBuffer file = ByteBuffer.allocate(directory.capacity() + body.size());
        file.put(directory.array()).put(body.toByteArray());
        file.putInt(offsets.getOrDefault("head", 0) + 8, 0xB1B0AFBA - checksum(file.array()));
        return file.array();
    }

    private static int checksum(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, bytes.length + 3 & ~3));
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
