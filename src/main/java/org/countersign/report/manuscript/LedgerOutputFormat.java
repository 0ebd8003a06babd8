package org.countersign.report.manuscript;

import freemarker.core.Environment;
import freemarker.core.MarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Markdown in which text is escaped and a text with digits is suspicious: it came neither from the ledger nor from the
 * author's own prose, so the numeral gate hears of it.
 */
final class LedgerOutputFormat extends MarkupOutputFormat<Markup> {

    static final LedgerOutputFormat INSTANCE = new LedgerOutputFormat();

    private LedgerOutputFormat() {}

    @Override
    public String getName() {
        return "countersign";
    }

    @Override
    public String getMimeType() {
        return "text/markdown";
    }

    @Override
    public void output(String textToEscape, Writer out) throws IOException {
        RenderingState.of(Environment.getCurrentEnvironment()).suspiciousText(textToEscape);
        out.write(MarkdownText.escape(textToEscape));
    }

    @Override
    public void output(Markup markup, Writer out) throws IOException {
        out.write(markup.markdown());
    }

    @Override
    public Markup fromPlainTextByEscaping(String textToEscape) throws TemplateModelException {
        RenderingState.of(Environment.getCurrentEnvironment()).suspiciousText(textToEscape);
        return Markup.of(MarkdownText.escape(textToEscape));
    }

    @Override
    public Markup fromMarkup(String markupText) throws TemplateModelException {
        throw new TemplateModelException("`?noEsc` and the like have no use in a manuscript");
    }

    @Override
    @SuppressWarnings("NullAway") // the library's way to say that there is no plain text
    public @Nullable String getSourcePlainText(Markup markup) {
        return null;
    }

    @Override
    public String getMarkupString(Markup markup) {
        return markup.markdown();
    }

    @Override
    public Markup concat(Markup first, Markup second) {
        return new Markup() {
            @Override
            String markdown() {
                return first.markdown() + second.markdown();
            }
        };
    }

    @Override
    public String escapePlainText(String plainText) {
        return MarkdownText.escape(plainText);
    }

    @Override
    public boolean isEmpty(Markup markup) {
        return markup.markdown().isEmpty();
    }

    @Override
    public boolean isOutputFormatMixingAllowed() {
        return false;
    }

    @Override
    public boolean isAutoEscapedByDefault() {
        return true;
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }
}
