package org.countersign.report.page;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countersign.dataset.Dataset;
import org.countersign.numbers.Decimals;
import org.countersign.report.ReportModel;
import org.countersign.report.Xml;
import org.countersign.study.About;
import org.countersign.study.Claim;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.PublishedText;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/** What a reviewer signs: counts by verdict, what was checked and how, and the hashes of what it was checked with. */
final class VerificationSummary {

    private static final Set<Claim.Statement> SIGNIFICANCE =
            EnumSet.of(Claim.Statement.SIGNIFICANT, Claim.Statement.NOT_SIGNIFICANT);

    private final ReportModel model;
    private final Verification verification;
    private final Map<String, String> hashes;

    /**
     * @param hashes SHA-256 of what is no dataset, by name
     */
    VerificationSummary(ReportModel model, Verification verification, Map<String, String> hashes) {
        this.model = model;
        this.verification = verification;
        this.hashes = new LinkedHashMap<>(hashes);
    }

    /** For a template: {@code lead}, {@code outcome}, {@code counts}, {@code facts}, {@code notes}, {@code files}. */
    Map<String, Object> variables() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("lead", lead());
        v.put("outcome", outcome());
        v.put("counts", counts());
        v.put("facts", facts());
        v.put("notes", verification.notes());
        v.put("files", files());
        return v;
    }

    /** The whole in one or two sentences. */
    private String lead() {
        int all = verification.verdicts().all().size();
        if (all == 0) {
            return "The study declares no published claims: nothing was compared.";
        }
        int differing = verification.count(Verdict.Kind.DIFFERS);
        int notComputable = verification.count(Verdict.Kind.NOT_COMPUTABLE);
        int otherwise = verification.count(Verdict.Kind.REPRODUCED_BY_CONVENTION)
                + verification.count(Verdict.Kind.REPRODUCED_BY_ROUNDING);
        StringBuilder text = new StringBuilder();
        if (differing + notComputable == 0) {
            text.append(
                    all == 1
                            ? "The one published number or statement is"
                            : "All " + all + " published numbers and statements are");
            text.append(" reproduced from the ").append(data());
        } else {
            int reproduced = all - differing - notComputable;
            text.append(reproduced)
                    .append(" of ")
                    .append(all)
                    .append(" published numbers and statements ")
                    .append(reproduced == 1 ? "is" : "are")
                    .append(" reproduced from the ")
                    .append(data());
        }
        if (otherwise > 0) {
            text.append(", ").append(otherwise).append(" of them only under another convention or rounding rule");
        }
        if (differing > 0) {
            text.append("; ").append(differing).append(differing == 1 ? " differs" : " differ");
        }
        if (notComputable > 0) {
            text.append("; ").append(notComputable).append(" cannot be computed");
        }
        text.append(".");
        if (!verification.unclaimed().isEmpty()) {
            text.append(" ")
                    .append(verification.unclaimed().size())
                    .append(verification.unclaimed().size() == 1 ? " number" : " numbers")
                    .append(" of the published text ")
                    .append(verification.unclaimed().size() == 1 ? "is" : "are")
                    .append(" not claimed.");
        }
        return text.toString();
    }

    /** "data", or what they are if they are not real. */
    private String data() {
        About about = model.study().about();
        return about.dataStatus() == About.DataStatus.REAL
                ? "data"
                : about.dataStatus().label().toLowerCase(Locale.ROOT);
    }

    /** The worst verdict, for the colour of the lead. */
    private String outcome() {
        return verification.counts().keySet().stream()
                .findFirst()
                .map(Verdict.Kind::id)
                .orElse("none");
    }

    private List<Map<String, String>> counts() {
        List<Map<String, String>> counts = new ArrayList<>();
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            boolean unknown =
                    kind == Verdict.Kind.UNCLAIMED && verification.published().isEmpty();
            counts.add(Map.of(
                    "id",
                    kind.id(),
                    "label",
                    kind.label(),
                    "count",
                    unknown ? "not assessed" : Integer.toString(verification.count(kind)),
                    "none",
                    unknown || verification.count(kind) == 0 ? "none" : ""));
        }
        return counts;
    }

    private List<Map<String, String>> facts() {
        List<Map<String, String>> facts = new ArrayList<>();
        fact(
                facts,
                "Study",
                Xml.escape(model.study().about().title().text() + " ("
                        + model.study().id() + "), "
                        + model.study().about().dataStatus().label().toLowerCase(Locale.ROOT)));
        model.study().about().publication().ifPresent(p -> fact(facts, "Publication", ReportExhibits.citation(p)));
        fact(
                facts,
                "Checked",
                count(verification.claims(), "claim") + " with " + count(verification.numbers(), "number") + " and "
                        + count(verification.words(), "statement") + " in words" + alphas());
        fact(
                facts,
                "Published text",
                verification
                        .published()
                        .map(VerificationSummary::coverage)
                        .orElse("not given, so that its coverage by claims was not assessed"));
        fact(facts, "Rounding rules", roundings());
        fact(facts, "Conventions", conventions());
        return facts;
    }

    private static void fact(List<Map<String, String>> facts, String name, String xhtml) {
        facts.add(Map.of("name", name, "value", xhtml));
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private String alphas() {
        Set<String> alphas = new LinkedHashSet<>();
        for (Verdict v : verification.verdicts().all()) {
            if (v.claim().says().filter(SIGNIFICANCE::contains).isPresent()) {
                alphas.add(Decimals.of(v.claim().alpha()).stripTrailingZeros().toPlainString());
            }
        }
        return alphas.isEmpty() ? "" : "; \u201csignificant\u201d means p below " + String.join(" or ", alphas);
    }

    private static String coverage(PublishedText published) {
        PublishedCoverage c = published.coverage();
        String percent =
                Decimals.of(100 * c.share()).setScale(0, RoundingMode.FLOOR).toPlainString();
        StringBuilder text = new StringBuilder();
        text.append(c.claimed() + c.constant())
                .append(" of ")
                .append(count(c.total(), "number"))
                .append(" in ")
                .append(Xml.escape(name(published.file())))
                .append(" are accounted for (")
                .append(percent)
                .append("%): ")
                .append(c.claimed())
                .append(" claimed, ")
                .append(c.constant())
                .append(" declared constant, ")
                .append(c.unclaimed().size())
                .append(" unclaimed");
        c.toldLeftOut().ifPresent(told -> text.append("; ").append(Xml.escape(told)));
        if (!c.absent().isEmpty()) {
            text.append("; the text of ")
                    .append(count(c.absent().size(), "claim"))
                    .append(" is not in it: ")
                    .append(Xml.escape(String.join(
                            ", ", c.absent().stream().map(claim -> claim.id()).toList())));
        }
        return text.toString();
    }

    private String roundings() {
        List<String> rules = new ArrayList<>();
        Verdict.ROUNDING_RULES.forEach(r -> rules.add(r.label()));
        String first = rules.remove(0);
        Map<String, Integer> used = new TreeMap<>(verification.roundings());
        List<String> needed = new ArrayList<>();
        used.forEach((rule, n) -> needed.add(rule + " by " + n));
        return Xml.escape(first + "; where that fails also " + String.join(", ", rules) + ": "
                + (needed.isEmpty() ? "needed by none" : "needed " + String.join(", ", needed)));
    }

    private String conventions() {
        int tried = verification.conventionsTried();
        if (tried == 0) {
            return "no rival convention had to be tried";
        }
        List<String> needed = new ArrayList<>();
        verification.conventions().forEach((convention, n) -> needed.add(convention + " (" + n + ")"));
        return Xml.escape(count(tried, "comparison") + " with rival conventions, where rounding did not help: "
                + (needed.isEmpty() ? "none matches" : "matched by " + String.join(", ", needed)));
    }

    private List<Map<String, String>> files() {
        List<Map<String, String>> files = new ArrayList<>();
        for (Dataset dataset : model.datasets().byName().values()) {
            files.add(Map.of(
                    "name", dataset.source().path(),
                    "hash", dataset.source().sha256()));
        }
        hashes.forEach((name, hash) -> files.add(Map.of("name", name, "hash", hash)));
        return files;
    }

    /** The last part of a path, whatever the system it was typed on. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
