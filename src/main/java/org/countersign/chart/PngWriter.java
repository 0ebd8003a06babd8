package org.countersign.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes drawings as PNG bitmaps of twice their size in pixels, on white paper. No time, no text and no gamma is
 * written: nothing but the pixels decides the bytes.
 */
public final class PngWriter {

    private static final int SCALE = 2;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngWriter() {}

    /** The file's bytes: 8-bit RGB, 192 dots per inch. */
    public static byte[] write(Drawing drawing) {
        int width = drawing.width() * SCALE;
        int height = drawing.height() * SCALE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Tone.PAPER.color());
        graphics.fillRect(0, 0, width, height);
        graphics.scale(SCALE, SCALE);
        drawing.paint(graphics);
        graphics.dispose();

        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
        png.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header, header.length);
        int dotsPerMetre = 7559;
        byte[] resolution = ByteBuffer.allocate(9)
                .putInt(dotsPerMetre)
                .putInt(dotsPerMetre)
                .put((byte) 1)
                .array();
        chunk(png, "pHYs", resolution, resolution.length);
        data(png, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, height);
        chunk(png, "IEND", new byte[0], 0);
        return png.toByteArray();
    }

    /** Rows with filter 2 ("up"): most rows of a chart repeat the one above. */
    private static void data(ByteArrayOutputStream png, int[] pixels, int width, int height) {
        byte[] rows = new byte[(width * 3 + 1) * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = 2;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
                rows[at++] = (byte) ((pixel >> 16) - (above >> 16));
                rows[at++] = (byte) ((pixel >> 8) - (above >> 8));
                rows[at++] = (byte) (pixel - above);
            }
        }
        Deflater deflater = new Deflater(3);
        deflater.setInput(rows);
        deflater.finish();
        byte[] compressed = new byte[rows.length / 2 + 1024];
        int length = 0;
        while (!deflater.finished()) {
            if (length == compressed.length) {
                compressed = Arrays.copyOf(compressed, compressed.length * 2);
            }
            length += deflater.deflate(compressed, length, compressed.length - length);
        }
        deflater.end();
        chunk(png, "IDAT", compressed, length);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        png.writeBytes(name);
        png.write(data, 0, length);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
