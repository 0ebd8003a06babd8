package org.countersign.report.page;

import freemarker.core.TemplateClassResolver;
import freemarker.core.XHTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.TemplateFiles;

/** The templates of the layout: XHTML, everything escaped that is not already markup. Safe for several threads. */
final class LayoutTemplates {

    private static final Configuration CONFIGURATION = configuration();

    /** What has been parsed, so that the next report of the same layout need not. */
    private static final ConcurrentMap<Source, Template> PARSED = new ConcurrentHashMap<>();

    private final TemplateFiles files;
    private final ConcurrentMap<String, Template> used = new ConcurrentHashMap<>();

    LayoutTemplates(TemplateFiles files) {
        this.files = files;
    }

    private record Source(String file, String text) {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        return configuration;
    }

    private Template template(String name) throws IOException {
        Template template = used.get(name);
        if (template == null) {
            String path = "layout/" + name + ".ftl";
            Source source = new Source(files.shown(path), files.text(path));
            template = PARSED.get(source);
            if (template == null) {
                template = new Template(source.file(), source.text(), CONFIGURATION);
                PARSED.put(source, template);
            }
            used.put(name, template);
        }
        return template;
    }

    /**
     * @param name of a file in {@code templates/layout}, without its ending
     * @throws StudyException if the template is wrong, with its place
     */
    String process(String name, Map<String, ?> variables) {
        try {
            Template template = template(name);
            StringWriter out = new StringWriter();
            template.process(variables, out);
            return out.toString();
        } catch (TemplateException e) {
            Integer line = e.getLineNumber();
            Integer column = e.getColumnNumber();
            throw new StudyException(Diagnostic.error(
                    "template-error",
                    SourceLocation.of(file(name), line == null ? 1 : line, column == null ? 1 : column),
                    String.valueOf(e.getMessageWithoutStackTop()).replaceAll("\\s+", " ")));
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "template-syntax",
                    SourceLocation.of(file(name)),
                    String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    private String file(String name) {
        return files.shown("layout/" + name + ".ftl");
    }

    /** Parses templates before they are used; what is wrong with them is told when they are. */
    void prepare(List<String> names) {
        for (String name : names) {
            try {
                template(name);
            } catch (IOException e) {
                return;
            }
        }
    }
}
