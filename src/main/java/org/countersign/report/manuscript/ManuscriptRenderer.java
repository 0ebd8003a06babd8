package org.countersign.report.manuscript;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateElement;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.report.Fragments;
import org.countersign.report.ReportModel;
import org.countersign.study.LocatedText;

/** Runs texts of a study through FreeMarker and Markdown, past the numeral gate. One for each report. */
public final class ManuscriptRenderer {

    /** A template that prints more than this runs away. */
    private static final int LONGEST = 4_000_000;

    private static final Duration LONGEST_TIME = Duration.ofSeconds(10);

    private static final Configuration CONFIGURATION = configuration();

    private final ReportModel model;
    private final Diagnostics diagnostics;
    private final Fragments fragments;
    private final NumeralGate gate;
    private final TemplateHashModel root;
    private final Set<String> shown = new LinkedHashSet<>();

    /**
     * @param exhibits gives the XHTML of figures, tables and appendices, and their numbers
     */
    public ManuscriptRenderer(ReportModel model, Exhibits exhibits, Fragments fragments, Diagnostics diagnostics) {
        this.model = model;
        this.diagnostics = diagnostics;
        this.fragments = fragments;
        this.gate = new NumeralGate(model.ledger(), model.study().constants(), diagnostics);
        this.root = new ManuscriptVariables(model, exhibits);
    }

    /** What the manuscript may place and point at. */
    public interface Exhibits {

        /** The ids of figures, or tables, or references. */
        List<String> ids(Kind kind);

        /** Notes that the manuscript places the figure or table here. */
        void place(Kind kind, String id);

        /** Whether the manuscript places the figure or table anywhere; known when it has been rendered. */
        boolean isPlaced(Kind kind, String id);

        /** XHTML of the placed figure or table, or of an appendix. */
        String block(Kind kind, String id);

        /** XHTML that points at it: "Figure 2", "[3]". */
        String pointer(Kind kind, String id);

        /** What can be placed. */
        enum Kind {
            FIGURE("figure"),
            TABLE("table"),
            REFERENCE("reference"),
            APPENDIX("appendix");

            private final String noun;

            Kind(String noun) {
                this.noun = noun;
            }

            public String noun() {
                return noun;
            }
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(NO_FILES);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(LedgerOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setTabSize(1);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setCustomNumberFormats(Map.of("gate", new GatedNumbers()));
        configuration.setNumberFormat("@gate");
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        return configuration;
    }

    /** A manuscript includes nothing. */
    private static final TemplateLoader NO_FILES = new TemplateLoader() {
        @Override
        @SuppressWarnings("NullAway") // the library's way to say that there is no such template
        public Object findTemplateSource(String name) {
            return null;
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public java.io.Reader getReader(Object source, String encoding) {
            throw new IllegalStateException("there are no files");
        }

        @Override
        public void closeTemplateSource(Object source) {}
    };

    /** Prints a bare number as a text with digits, which the gate then stops. */
    private static final class GatedNumbers extends TemplateNumberFormatFactory {
        @Override
        public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
            return new TemplateNumberFormat() {
                @Override
                public String formatToPlainText(TemplateNumberModel number) throws TemplateModelException {
                    RenderingState.of(environment)
                            .computedNumber(number.getAsNumber().toString());
                    return "";
                }

                @Override
                public boolean isLocaleBound() {
                    return false;
                }

                @Override
                public String getDescription() {
                    return "numbers that the gate stops";
                }
            };
        }
    }

    /** Loads the template engine by parsing a small manuscript. */
    public static void prepare() {
        try {
            new Template(
                    "prepare", "## ${a.b.c} <#list x as y>${y}</#list> <@z id=\"w\"/> ${f(a, \"b\")}", CONFIGURATION);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a text can always be read", e);
        }
    }

    /** Keys of the entries that were printed. */
    public Set<String> shown() {
        return Collections.unmodifiableSet(shown);
    }

    /** Texts of the constants that were met. */
    public Set<String> usedConstants() {
        return gate.used();
    }

    /**
     * A whole manuscript.
     *
     * @param file path for messages
     * @param typed whether an author typed it, so that the gate looks at its prose; the default report's was not
     */
    public Markdown.Rendered manuscript(String file, String text, Typed typed) {
        RenderingState.SourcePlaces places = (line, column) -> SourceLocation.of(file, line, column);
        String markdown = process(file, text, places, template -> {
            if (typed == Typed.BY_AUTHOR) {
                gateProse(template, file);
            }
        });
        if (typed == Typed.BY_AUTHOR) {
            stopLeaks(markdown, SourceLocation.of(file));
        }
        Markdown.Rendered rendered = Markdown.render(markdown);
        for (String picture : rendered.pictures()) {
            diagnostics.error(
                    "picture",
                    SourceLocation.of(file),
                    "the manuscript asks for the picture `" + picture + "`",
                    "pictures come from `figures` of study.yaml, placed with `<@figure id=\"...\"/>`");
        }
        return rendered;
    }

    /** Who wrote a text. */
    public enum Typed {
        BY_AUTHOR,
        BY_PROGRAM
    }

    /**
     * A caption, title or note of the study file, as XHTML without a paragraph.
     *
     * @param what for messages: "the caption of `outcomes`"
     */
    public String inline(LocatedText text, String what) {
        String markdown = process(
                text.span().file(),
                text.text(),
                (line, column) -> text.location(),
                template -> gateTexts(
                        template.getRootTreeNode(),
                        (part, line, column) -> gate.check(part, what, (start, end) -> {
                            int at = Math.max(0, text.text().indexOf(part));
                            return text.location(at + start, at + end);
                        })));
        stopLeaks(markdown, text.location());
        return Markdown.inline(markdown);
    }

    /** Looks at the declared constants themselves. */
    public void checkConstants() {
        gate.checkConstants();
    }

    /** Checks a text that is shown as it is, without interpolations. */
    public void gatePlain(LocatedText text, String what) {
        gate.check(text.text(), what, text::location);
    }

    private interface Inspection {
        void inspect(Template template);
    }

    private String process(String name, String text, RenderingState.SourcePlaces places, Inspection inspection) {
        RenderingState state = new RenderingState(model, gate, diagnostics, fragments, places);
        try {
            Template template = new Template(name, text, CONFIGURATION);
            inspection.inspect(template);
            _CoreAPI.addThreadInterruptedChecks(template);
            BoundedWriter out = new BoundedWriter();
            Environment environment = template.createProcessingEnvironment(root, out);
            environment.setCustomState(RenderingState.KEY, state);
            try (TimeLimit limit = TimeLimit.of(LONGEST_TIME)) {
                environment.process();
            }
            shown.addAll(state.shown());
            return out.toString();
        } catch (ParseException e) {
            TemplateMistake mistake = TemplateMistake.syntax(text, e.getEditorMessage());
            diagnostics.error(
                    "template-syntax",
                    places.at(
                            mistake.line().orElse(Math.max(1, e.getLineNumber())),
                            mistake.column().orElse(Math.max(1, e.getColumnNumber()))),
                    mistake.message(),
                    mistake.hint());
        } catch (TemplateException e) {
            Integer line = e.getLineNumber();
            Integer column = e.getColumnNumber();
            TemplateMistake mistake = TemplateMistake.evaluation(e.getMessageWithoutStackTop());
            diagnostics.error(
                    "template-error",
                    places.at(line == null ? 1 : line, column == null ? 1 : column),
                    mistake.message(),
                    mistake.hint());
        } catch (IOException e) {
            diagnostics.error(
                    "template-error",
                    places.at(1, 1),
                    "the template cannot be read: " + e.getMessage(),
                    "is it a text in UTF-8?");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            diagnostics.error("template-endless", places.at(1, 1), endless(e), "does a loop or a macro never end?");
        }
        return "";
    }

    /** What stopped a template that asks for too much; anything else is a bug and goes on. */
    private static String endless(Throwable e) {
        if (e instanceof StackOverflowError) {
            return "the template calls itself too often";
        }
        if (e instanceof OutOfMemoryError) {
            return "the template needs more memory than there is";
        }
        if (e instanceof TooLongException) {
            return "the text grows beyond " + LONGEST + " characters";
        }
        // the library's class for an interrupted template is not public
        if (e.getClass().getSimpleName().equals("TemplateProcessingThreadInterruptedException")) {
            return "the template takes longer than " + LONGEST_TIME.toSeconds() + " seconds";
        }
        throw (RuntimeException) e;
    }

    /** What a template makes of texts that passed the gate (by interpreting them, say) passes it again. */
    private void stopLeaks(String markdown, SourceLocation place) {
        if (diagnostics.all().stream().anyMatch(d -> d.code().equals(NumeralGate.CODE))) {
            return;
        }
        gate.leaked(markdown)
                .forEach(printed -> diagnostics.error(
                        NumeralGate.CODE,
                        place,
                        "`" + printed + "` is printed by the template, but comes from no ledger entry",
                        "print the entry itself, `${key}`"));
    }

    private void gateProse(Template template, String file) {
        gateTexts(
                template.getRootTreeNode(),
                (text, line, column) -> gate.check(text, "", (start, end) -> {
                    int atLine = line;
                    int atColumn = column;
                    for (int i = 0; i < start; i++) {
                        if (text.charAt(i) == '\n') {
                            atLine++;
                            atColumn = 1;
                        } else {
                            atColumn++;
                        }
                    }
                    return SourceLocation.of(file, atLine, atColumn);
                }));
    }

    private interface TextVisitor {
        void visit(String text, int line, int column);
    }

    /** The static texts of a template, each with the place where it begins. */
    @SuppressWarnings("deprecation") // the only way to the parsed tree, and stable since 2.3
    private static void gateTexts(javax.swing.tree.TreeNode node, TextVisitor visitor) {
        if (node instanceof TemplateElement element
                && element.getClass().getSimpleName().equals("TextBlock")) {
            visitor.visit(element.getSource(), element.getBeginLine(), element.getBeginColumn());
        }
        Enumeration<?> children = node.children();
        while (children.hasMoreElements()) {
            gateTexts((javax.swing.tree.TreeNode) children.nextElement(), visitor);
        }
    }

    /** Stops a template that prints without end. */
    private static final class BoundedWriter extends StringWriter {
        @Override
        public void write(String text) {
            room(text.length());
            super.write(text);
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            room(length);
            super.write(characters, offset, length);
        }

        private void room(int more) {
            if (getBuffer().length() + more > LONGEST) {
                throw new TooLongException();
            }
        }
    }

    private static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the text grows beyond " + LONGEST + " characters");
        }
    }
}
