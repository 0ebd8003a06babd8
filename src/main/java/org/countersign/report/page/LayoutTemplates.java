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
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.TemplateFiles;

/** The templates of the layout: XHTML, everything escaped that is not already markup. Safe for several threads. */
final class LayoutTemplates {

    private final TemplateFiles files;
    private final Configuration configuration;
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    LayoutTemplates(TemplateFiles files) {
        this.files = files;
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    }

    /**
     * @param name of a file in {@code templates/layout}, without its ending
     * @throws StudyException if the template is wrong, with its place
     */
    String process(String name, Map<String, ?> variables) {
        String file = files.shown("layout/" + name + ".ftl");
        try {
            Template template = parsed.get(name);
            if (template == null) {
                template = new Template(file, files.text("layout/" + name + ".ftl"), configuration);
                parsed.put(name, template);
            }
            StringWriter out = new StringWriter();
            template.process(variables, out);
            return out.toString();
        } catch (TemplateException e) {
            Integer line = e.getLineNumber();
            Integer column = e.getColumnNumber();
            throw new StudyException(Diagnostic.error(
                    "template-error",
                    SourceLocation.of(file, line == null ? 1 : line, column == null ? 1 : column),
                    String.valueOf(e.getMessageWithoutStackTop()).replaceAll("\\s+", " ")));
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "template-syntax",
                    SourceLocation.of(file),
                    String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    /** Parses templates before they are used; what is wrong with them is told when they are. */
    void prepare(List<String> names) {
        for (String name : names) {
            try {
                parsed.put(
                        name,
                        new Template(
                                files.shown("layout/" + name + ".ftl"),
                                files.text("layout/" + name + ".ftl"),
                                configuration));
            } catch (IOException e) {
                return;
            }
        }
    }
}
