package org.countersign.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.analysis.Restriction;
import org.countersign.dataset.Dataset;
import org.countersign.numbers.Decimals;
import org.countersign.report.Composites;
import org.countersign.report.ReportModel;
import org.countersign.report.Xml;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Reference;
import org.countersign.study.Constant;
import org.countersign.study.Publication;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/** The parts of a report that no author writes: claims, methods, constants, sources, ledger, provenance, sign-off. */
final class Appendices {

    private final ReportModel model;
    private final LayoutTemplates templates;
    private final Supplier<List<String>> cited;
    private final Supplier<Set<String>> shown;
    private final ProvenanceFacts facts;

    /**
     * @param cited ids of the cited sources, in order; asked when the manuscript has been rendered
     * @param shown keys of the entries that are shown, likewise
     */
    Appendices(
            ReportModel model,
            LayoutTemplates templates,
            Supplier<List<String>> cited,
            Supplier<Set<String>> shown,
            ProvenanceFacts facts) {
        this.model = model;
        this.templates = templates;
        this.cited = cited;
        this.shown = shown;
        this.facts = facts;
    }

    String block(String name) {
        return switch (name) {
            case "claims" -> claims();
            case "methods" -> methods();
            case "constants" -> templates.process("constants", Map.of("constants", constants()));
            case "references" -> references();
            case "ledger" -> ledger();
            case "provenance" -> provenance();
            case "verification" -> verification();
            default -> "";
        };
    }

    private List<Map<String, String>> constants() {
        List<Map<String, String>> constants = new ArrayList<>();
        for (Constant constant : model.study().constants()) {
            constants.add(Map.of("text", constant.text().text(), "reason", constant.reason()));
        }
        return constants;
    }

    /** "14 reproduced, 1 differs", each with the verdict's own name. */
    String summary() {
        List<String> parts = new ArrayList<>();
        model.verdicts()
                .counts()
                .forEach((kind, count) -> parts.add("<span class=\"v-" + kind.id() + "\"><strong class=\"verdict\">"
                        + count + "</strong> " + kind.label() + "</span>"));
        Collections.reverse(parts);
        return String.join(", ", parts);
    }

    private String verification() {
        Map<String, Object> variables =
                new VerificationSummary(model, Verification.of(model.verdicts()), facts.files()).variables();
        variables.put("program", "Countersign " + facts.version());
        return templates.process("verification", variables);
    }

    private String claims() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Verdict verdict : model.verdicts().worstFirst()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("kind", verdict.kind().id());
            row.put("label", verdict.kind().label());
            row.put(
                    "printed",
                    verdict.printed().equals(verdict.claim().text().text())
                            ? verdict.published()
                            : verdict.published() + "  in \u201c"
                                    + verdict.claim().text() + "\u201d");
            row.put("where", verdict.claim().where().orElse(""));
            row.put("by", verdict.by().orElse(""));
            row.put(
                    "computed",
                    model.ledger()
                            .get(verdict.key().text())
                            .map(e -> model.composites().number(e))
                            .orElse(Xml.escape(verdict.computed())));
            row.put("explanation", verdict.told());
            rows.add(row);
        }
        return templates.process("claims", Map.of("claims", rows, "summary", summary()));
    }

    private String methods() {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        Map<String, List<Reference>> references = new TreeMap<>();
        for (LedgerEntry entry : model.ledger().entries()) {
            String label = capital(entry.procedure().label());
            if (!entry.procedure().id().equals("count")
                    && !entry.procedure().id().equals("percentage")) {
                used.computeIfAbsent(label, l -> new LinkedHashSet<>())
                        .add(entry.provenance().analysisLabel());
                references.putIfAbsent(label, entry.procedure().references());
            }
        }
        List<Map<String, Object>> procedures = new ArrayList<>();
        used.forEach((label, analyses) -> {
            Map<String, Object> procedure = new LinkedHashMap<>();
            procedure.put("label", label);
            procedure.put("used", "Used for: " + String.join("; ", analyses) + ".");
            procedure.put(
                    "references",
                    references.getOrDefault(label, List.of()).stream()
                            .map(Appendices::citation)
                            .toList());
            procedures.add(procedure);
        });
        return templates.process("methods", Map.of("procedures", procedures));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String citation(Reference r) {
        String doi = r.doi()
                .map(d -> " <a href=\"https://doi.org/" + Xml.escape(d) + "\">doi:" + Xml.escape(d) + "</a>")
                .orElse("");
        return Xml.escape(r.authors() + ". " + r.title() + ". ") + "<i>" + Xml.escape(r.source()) + "</i>, " + r.year()
                + "." + doi;
    }

    private String references() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String id : cited.get()) {
            for (Publication publication : model.study().references()) {
                if (publication.id().equals(id)) {
                    rows.add(Map.of("id", id, "xhtml", ReportExhibits.citation(publication)));
                }
            }
        }
        return templates.process("references", Map.of("references", rows));
    }

    private String ledger() {
        Set<String> keys = shown.get();
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        int count = 0;
        for (LedgerEntry entry : model.ledger().entries()) {
            if (keys.contains(entry.key().text())) {
                groups.computeIfAbsent(heading(entry), h -> new ArrayList<>()).add(row(entry));
                count++;
            }
        }
        List<Map<String, Object>> blocks = new ArrayList<>();
        groups.forEach((heading, rows) -> {
            String[] parts = heading.split("\n", 3);
            blocks.add(Map.of("analysis", parts[0], "procedure", parts[1], "origin", parts[2], "entries", rows));
        });
        String intro = "The " + count + " entries whose numbers stand in this report, of "
                + model.ledger().size()
                + " in all, by analysis and procedure; results.json and results.csv hold every one, with parameters and hashes.";
        return templates.process("ledger", Map.of("blocks", blocks, "intro", intro));
    }

    /** What the entries of an analysis and procedure share. */
    private static String heading(LedgerEntry entry) {
        return entry.provenance().analysisLabel() + "\n"
                + capital(entry.procedure().label()) + "\n" + origin(entry.provenance());
    }

    private Map<String, String> row(LedgerEntry entry) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("anchor", Composites.anchor(entry.key().text()));
        row.put("key", entry.key().text());
        row.put("description", capital(entry.description()));
        row.put("display", entry.display());
        row.put("value", value(entry));
        row.put("n", model.style().count(entry.n()));
        row.put(
                "within",
                String.join(
                        "; ", entry.within().stream().map(Restriction::words).toList()));
        row.put("missing", Long.toString(entry.missing()));
        return row;
    }

    private String value(LedgerEntry entry) {
        String unit = entry.unit().map(u -> " " + u).orElse("");
        if (entry.value() instanceof Computed<Double> computed) {
            double value = computed.value();
            return Double.isFinite(value)
                    ? plain(value) + (entry.kind() == org.countersign.stats.QuantityKind.MEASUREMENT ? unit : "")
                    : entry.display();
        }
        NotComputed<Double> not = (NotComputed<Double>) entry.value();
        return "not computed: " + not.detail() + "; " + not.advice();
    }

    /** At most ten significant digits: enough to recompute every display. */
    private static String plain(double value) {
        java.math.BigDecimal rounded =
                Decimals.of(value).round(new java.math.MathContext(10)).stripTrailingZeros();
        String text =
                Math.abs(rounded.precision() - rounded.scale()) > 7 ? rounded.toString() : rounded.toPlainString();
        return text.replace('-', '\u2212');
    }

    private static String origin(Provenance p) {
        return p.origin().map(o -> o.file() + "; ").orElse("")
                + p.population()
                + p.filter().map(f -> " (" + f + ")").orElse("");
    }

    private String provenance() {
        List<Map<String, String>> files = new ArrayList<>();
        for (Dataset dataset : model.datasets().byName().values()) {
            files.add(Map.of(
                    "name", dataset.source().path(),
                    "rows", model.style().count(dataset.rows()) + " rows",
                    "hash", dataset.source().sha256()));
        }
        facts.files().forEach((name, hash) -> files.add(Map.of("name", name, "rows", "", "hash", hash)));
        return templates.process("provenance", Map.of("files", files, "made", facts.sentence()));
    }
}
