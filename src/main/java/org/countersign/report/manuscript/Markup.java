package org.countersign.report.manuscript;

import freemarker.core.TemplateMarkupOutputModel;

/** Something that a template may print as it is: Markdown in which every number is a token. */
abstract class Markup implements TemplateMarkupOutputModel<Markup> {

    /** Called when it is printed, and only then. */
    abstract String markdown();

    static Markup of(String markdown) {
        return new Markup() {
            @Override
            String markdown() {
                return markdown;
            }
        };
    }

    @Override
    public LedgerOutputFormat getOutputFormat() {
        return LedgerOutputFormat.INSTANCE;
    }
}
