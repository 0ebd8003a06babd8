package org.countersign.report.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;

/**
 * A part of the results of an analysis: the whole, a group, a time, a pair.
 *
 * @param path key above the quantities
 * @param labels what it is called, from the outermost part inwards; none for the whole
 */
public record Part(String path, List<String> labels) {

    private static final String VERSUS = "_vs_";
    private static final String AT = "at_";

    /** Parameters that name populations or other analyses, which are then parts. */
    private static final List<String> NAMING_PARAMETERS = List.of("steps", "p_values");

    public Part {
        requireNonNull(path);
        labels = List.copyOf(labels);
    }

    /** The name of the innermost part; empty for the whole. */
    public String label() {
        return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    /** The names of the parts around the innermost: "Old, South". */
    public String around() {
        return labels.isEmpty() ? "" : String.join(", ", labels.subList(0, labels.size() - 1));
    }

    /** The whole of what stands at a key, then its parts in the order of the ledger, each followed by its own. */
    public static List<Part> of(Exhibit exhibit, AnalysisSpec analysis, String path) {
        List<Part> parts = new ArrayList<>();
        collect(exhibit, new Names(exhibit, analysis), new Part(path, List.of()), parts);
        return parts;
    }

    /** The ids of the quantities that stand directly at the part. */
    public List<String> quantities(Exhibit exhibit) {
        return exhibit.model().ledger().children(path).stream()
                .filter(id -> exhibit.entry(path + "." + id).isPresent())
                .toList();
    }

    private static void collect(Exhibit exhibit, Names names, Part part, List<Part> parts) {
        parts.add(part);
        for (String slug : exhibit.groups(part.path)) {
            List<String> labels = new ArrayList<>(part.labels);
            labels.add(names.of(part.path + "." + slug, slug));
            collect(exhibit, names, new Part(part.path + "." + slug, labels), parts);
        }
    }

    /** What the parts of a key are called: levels and variables of the analysis, or words of the method. */
    private static final class Names {
        private final Exhibit exhibit;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final String unit;

        Names(Exhibit exhibit, AnalysisSpec analysis) {
            this.exhibit = exhibit;
            List<VariableSpec> variables = variables(exhibit, analysis);
            labels.put("overall", "Overall");
            variables.forEach(v -> Exhibit.levelLabels(v).forEach(labels::putIfAbsent));
            variables.forEach(v -> labels.putIfAbsent(Level.slug(v.name()), v.label()));
            Map<String, String> names = new LinkedHashMap<>();
            exhibit.model().study().populations().forEach(p -> names.put(p.name(), p.label()));
            exhibit.model()
                    .study()
                    .analyses()
                    .forEach(a -> names.put(a.id(), a.label().orElse(a.id())));
            NAMING_PARAMETERS.stream()
                    .flatMap(p -> analysis.parameters().getOrDefault(p, List.of()).stream())
                    .map(named -> named.text().replaceFirst("\\..*", ""))
                    .forEach(name -> Optional.ofNullable(names.get(name)).ifPresent(l -> labels.putIfAbsent(name, l)));
            unit = first(analysis, "time")
                    .flatMap(name -> exhibit.variable(analysis.id(), name))
                    .flatMap(VariableSpec::unit)
                    .map(u -> " " + u)
                    .orElse("");
        }

        /** Those that divide the analysis first: their levels are the likeliest to be parts. */
        private static List<VariableSpec> variables(Exhibit exhibit, AnalysisSpec analysis) {
            Set<String> names = new LinkedHashSet<>();
            first(analysis, "group").ifPresent(names::add);
            first(analysis, "strata").ifPresent(names::add);
            exhibit.provenance(analysis.id()).map(Provenance::columns).ifPresent(names::addAll);
            analysis.roles().values().forEach(role -> role.forEach(name -> names.add(name.text())));
            return names.stream()
                    .map(name -> exhibit.variable(analysis.id(), name))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<String> first(AnalysisSpec analysis, String role) {
            return analysis.roles().getOrDefault(role, List.of()).stream()
                    .map(LocatedText::text)
                    .findFirst();
        }

        String of(String path, String slug) {
            return Optional.ofNullable(labels.get(slug))
                    .or(() -> pair(slug))
                    .or(() -> time(path, slug))
                    .orElseGet(() -> word(path, slug));
        }

        private Optional<String> pair(String slug) {
            for (int at = slug.indexOf(VERSUS); at > 0; at = slug.indexOf(VERSUS, at + 1)) {
                String first = labels.get(slug.substring(0, at));
                String second = labels.get(slug.substring(at + VERSUS.length()));
                if (first != null && second != null) {
                    return Optional.of(first + " vs " + second);
                }
            }
            return Optional.empty();
        }

        /** As the subject says it, which has the point that the key cannot have. */
        private Optional<String> time(String path, String slug) {
            return slug.startsWith(AT)
                    ? subject(path)
                            .filter(s -> s.contains(", at "))
                            .map(s -> "At " + s.substring(s.lastIndexOf(", at ") + ", at ".length()) + unit)
                    : Optional.empty();
        }

        private String word(String path, String slug) {
            String words = slug.replace('_', ' ');
            String compared = subject(path)
                    .filter(s -> s.contains(" vs "))
                    .filter(s -> exhibit.entry(path + ".estimate").isPresent())
                    .map(s -> ", " + s.substring(s.lastIndexOf(", ", s.indexOf(" vs ")) + 2))
                    .orElse("");
            return Character.toUpperCase(words.charAt(0)) + words.substring(1) + compared;
        }

        private Optional<String> subject(String path) {
            return exhibit.model().ledger().below(path).stream()
                    .map(LedgerEntry::subject)
                    .findFirst();
        }
    }
}
