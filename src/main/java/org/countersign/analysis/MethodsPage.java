package org.countersign.analysis;

import java.util.List;
import org.countersign.stats.Reference;
import org.countersign.study.VariableType;

/** The catalogue of methods as a page of Markdown. */
public final class MethodsPage {

    private MethodsPage() {}

    /** One section for each method, in the order of the catalogue. */
    public static String of(List<AnalysisMethod> methods) {
        StringBuilder text = new StringBuilder();
        methods.forEach(method -> text.append(section(method)));
        return text.toString().stripTrailing() + "\n";
    }

    private static String section(AnalysisMethod method) {
        StringBuilder text = new StringBuilder();
        text.append("## `").append(method.id()).append("`\n\n");
        text.append(method.label()).append(". ").append(method.summary()).append("\n\n");
        text.append("Displayed as `").append(method.defaultDisplay()).append("` unless `display` says otherwise.\n\n");
        switch (method.basis()) {
            case DATA -> {}
            case PARAMETERS -> text.append("Takes no data: it computes from its parameters.\n\n");
            case LEDGER -> text.append("Takes no data: it works on results of the analyses that stand before it.\n\n");
        }
        text.append(method.roles().isEmpty() ? "" : "| variables | | types | meaning |\n|---|---|---|---|\n");
        for (RoleSpec role : method.roles()) {
            text.append("| `").append(role.name()).append("` | ").append(arity(role.arity()));
            text.append(" | ")
                    .append(String.join(
                            ", ", role.types().stream().map(VariableType::id).toList()));
            text.append(" | ").append(cell(role.doc())).append(" |\n");
        }
        text.append(method.roles().isEmpty() ? "" : "\n");
        if (!method.parameters().isEmpty()) {
            text.append("| parameter | value | if absent | meaning |\n|---|---|---|---|\n");
            for (ParameterSpec parameter : method.parameters()) {
                String otherwise = parameter.defaultValue();
                text.append("| `").append(parameter.name()).append("` | ").append(cell(type(parameter)));
                text.append(" | ").append(otherwise.isEmpty() ? "" : "`" + otherwise + "`");
                text.append(" | ").append(cell(parameter.doc())).append(" |\n");
            }
            text.append('\n');
        }
        for (Reference reference : method.references()) {
            text.append("- ")
                    .append(reference.authors())
                    .append(" (")
                    .append(reference.year())
                    .append("). ");
            text.append(reference.title())
                    .append(". ")
                    .append(reference.source())
                    .append('.');
            reference.doi().ifPresent(doi -> text.append(" doi:").append(doi));
            text.append('\n');
        }
        return text.append(method.references().isEmpty() ? "" : "\n").toString();
    }

    private static String arity(RoleSpec.Arity arity) {
        return switch (arity) {
            case OPTIONAL -> "optional";
            case ONE -> "one";
            case EACH -> "one, or several in turn";
            case ANY -> "any number, together";
            case SOME -> "one or more, together";
        };
    }

    private static String type(ParameterSpec parameter) {
        return switch (parameter.type()) {
            case LEVEL -> "number between 0 and 1";
            case NUMBER -> "number" + range(parameter);
            case NUMBERS -> "number, or list of numbers" + range(parameter);
            case WHOLE -> "whole number" + range(parameter);
            case CHOICE ->
                String.join(
                        ", ",
                        parameter.choices().stream().map(c -> "`" + c + "`").toList());
            case LEVELS -> "level, or list of levels";
            case NAMES -> "name, or list of names";
        };
    }

    private static String range(ParameterSpec parameter) {
        return parameter.range().map(range -> " " + range).orElse("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
