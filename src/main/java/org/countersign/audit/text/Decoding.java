package org.countersign.audit.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of a text file as text: by its byte-order mark, else UTF-8, else Windows-1252, in which old files are written. */
final class Decoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Decoding() {}

    /**
     * @throws UnreadableArticleException if the bytes are not text
     */
    static String decode(String name, byte[] content) throws UnreadableArticleException {
        if (startsWith(content, 0xef, 0xbb, 0xbf)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xff, 0xfe)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        int nuls = 0;
        int end = Math.min(content.length, 8192);
        for (int i = 0; i < end; i++) {
            nuls += content[i] == 0 ? 1 : 0;
        }
        if (nuls > 0) {
            throw UnreadableArticleException.of(
                    "not-text", name, "the file is binary, not text", "use the extension of its format, such as .pdf");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS_1252);
        }
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
