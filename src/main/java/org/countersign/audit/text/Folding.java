package org.countersign.audit.text;

import java.text.Normalizer;

/** Characters that say the same in another form: ligatures, mathematical letters, invisible marks. */
final class Folding {

    private Folding() {}

    /** Whether a character beyond ASCII stays as it is. */
    static boolean keeps(int code) {
        return !(isInvisible(code) || isLigature(code) || isStyled(code));
    }

    /** What stands for a character that does not stay; empty for one that is dropped. */
    static String of(int code) {
        if (isLigature(code) || isStyled(code)) {
            return Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
        }
        return "";
    }

    private static boolean isLigature(int code) {
        return code >= 0xfb00 && code <= 0xfb06;
    }

    /** Mathematical alphanumerics (italic p and t), full-width forms. */
    private static boolean isStyled(int code) {
        return (code >= 0x1d400 && code <= 0x1d7ff) || (code >= 0xff01 && code <= 0xff5e);
    }

    private static boolean isInvisible(int code) {
        return code < ' '
                || code == 0x7f
                || code == 0xad
                || (code >= 0x200b && code <= 0x200f)
                || (code >= 0x202a && code <= 0x202e)
                || code == 0x2060
                || code == 0xfeff;
    }
}
