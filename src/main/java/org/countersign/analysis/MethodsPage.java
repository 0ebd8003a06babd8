package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.stats.Reference;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableType;

/** The catalogue of methods as a page of Markdown. */
public final class MethodsPage {

    private MethodsPage() {}

    private static final int MOST_PATHS = 6;

    /**
     * An analysis that shows which keys its method yields.
     *
     * @param spec its declaration
     * @param entries of it, in the order of the ledger
     */
    public record Example(AnalysisSpec spec, List<LedgerEntry> entries) {
        public Example {
            requireNonNull(spec);
            entries = List.copyOf(entries);
        }
    }

    /**
     * One section for each method, in the order of the catalogue.
     *
     * @param examples by the id of the method
     */
    public static String of(List<AnalysisMethod> methods, Map<String, Example> examples) {
        StringBuilder text = new StringBuilder();
        for (AnalysisMethod method : methods) {
            text.append(section(method, Optional.ofNullable(examples.get(method.id()))));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String section(AnalysisMethod method, Optional<Example> example) {
        StringBuilder text = new StringBuilder();
        text.append("## `").append(method.id()).append("`\n\n");
        text.append(method.label()).append(". ").append(method.summary()).append("\n\n");
        text.append("Each result is displayed as `")
                .append(method.defaultDisplay())
                .append("` unless `display` says otherwise.\n\n");
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
        example.ifPresent(e -> text.append(keys(e)));
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

    /** What the entries are called: the paths that have the same quantities, then these. */
    private static String keys(Example example) {
        Map<String, Map<String, String>> quantities = new LinkedHashMap<>();
        for (LedgerEntry entry : example.entries()) {
            String id = entry.quantity().id().replace('-', '_');
            String key = entry.key().text();
            String path = key.substring(0, key.length() - id.length() - 1);
            quantities
                    .computeIfAbsent(path, p -> new LinkedHashMap<>())
                    .put(id, entry.quantity().label());
        }
        Map<Map<String, String>, List<String>> paths = new LinkedHashMap<>();
        quantities.forEach((path, own) ->
                paths.computeIfAbsent(own, o -> new ArrayList<>()).add(path));
        StringBuilder text = new StringBuilder("Keys, as of `" + declaration(example.spec()) + "`:\n\n");
        paths.forEach((own, at) -> {
            text.append("- below ");
            text.append(String.join(
                    ", ", at.stream().limit(MOST_PATHS).map(p -> "`" + p + "`").toList()));
            text.append(at.size() > MOST_PATHS ? ", ...: " : ": ");
            text.append(String.join(
                    ", ",
                    own.entrySet().stream()
                            .map(q -> "`" + q.getKey() + "` " + q.getValue())
                            .toList()));
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private static String declaration(AnalysisSpec spec) {
        StringBuilder text = new StringBuilder(spec.id() + ": {method: " + spec.method());
        spec.roles()
                .forEach((role, names) ->
                        text.append(", ").append(role).append(": ").append(list(names)));
        if (!spec.parameters().isEmpty()) {
            text.append(", parameters: {");
            text.append(String.join(
                    ", ",
                    spec.parameters().entrySet().stream()
                            .map(p -> p.getKey() + ": " + list(p.getValue()))
                            .toList()));
            text.append('}');
        }
        return text.append('}').toString();
    }

    private static String list(List<LocatedText> names) {
        String all = String.join(", ", names.stream().map(LocatedText::text).toList());
        return names.size() == 1 ? all : "[" + all + "]";
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
