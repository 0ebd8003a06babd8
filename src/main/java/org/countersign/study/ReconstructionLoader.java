package org.countersign.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.ReconstructionSpec.ColumnPlan;
import org.countersign.study.ReconstructionSpec.DatasetPlan;
import org.countersign.study.ReconstructionSpec.Kind;
import org.countersign.study.yaml.Shape;
import org.countersign.study.yaml.Shape.Field;
import org.countersign.study.yaml.Shape.ListOf;
import org.countersign.study.yaml.Shape.MapOf;
import org.countersign.study.yaml.Shape.Presence;
import org.countersign.study.yaml.Shape.Section;
import org.countersign.study.yaml.ShapeChecker;
import org.countersign.study.yaml.YamlNode;
import org.countersign.study.yaml.YamlReader;

/** Reads {@code reconstruction.yaml}. */
public final class ReconstructionLoader {

    /** Name of the file in a study's folder. */
    public static final String FILE_NAME = "reconstruction.yaml";

    private static final Shape TEXT = new Shape.Text();
    private static final Shape NAME = new Shape.Name();
    private static final Shape NUMBER = new Shape.Number();
    private static final Shape WHOLE = new Shape.Whole();

    private static final Section COLUMN = new Section(
            "column plan",
            "How columns begin.",
            List.of(
                    field("names", Presence.REQUIRED, new ListOf(TEXT), "the columns, `item_{1..9}` for nine"),
                    field(
                            "begin",
                            Presence.REQUIRED,
                            new Shape.Choice(List.of("sequence", "counts", "sample", "normal", "copy", "total")),
                            "`sequence` numbers texts, `counts` gives each level so often, `sample` draws levels, `normal` rounds"
                                    + " normal numbers, `copy` copies a column, `total` changes copies until their sum follows an"
                                    + " expression"),
                    field("pattern", Presence.OPTIONAL, TEXT, "of a sequence, `S{001}`"),
                    field("weights", Presence.OPTIONAL, new MapOf("level", NUMBER), "levels with counts or weights"),
                    field("mean", Presence.OPTIONAL, NUMBER, "of normal numbers"),
                    field("sd", Presence.OPTIONAL, NUMBER, "of normal numbers"),
                    field("factor", Presence.OPTIONAL, NAME, "name of a factor that columns share"),
                    field("loading", Presence.OPTIONAL, NUMBER, "correlation with the factor, 0 to 1"),
                    field("of", Presence.OPTIONAL, new ListOf(TEXT), "column, or columns, that are copied"),
                    field("changed", Presence.OPTIONAL, NUMBER, "share of the copied values that are changed"),
                    field(
                            "total",
                            Presence.OPTIONAL,
                            TEXT,
                            "expression that the sum follows; `noise` is normal with SD `sd`")),
            Optional.empty());

    private static final Section DATASET = new Section(
            "dataset plan",
            "The first records of a dataset, and what the search may change.",
            List.of(
                    field("rows", Presence.REQUIRED, WHOLE, "how many"),
                    field("columns", Presence.REQUIRED, new ListOf(COLUMN), "how they begin, in order"),
                    field(
                            "move",
                            Presence.OPTIONAL,
                            new ListOf(new ListOf(TEXT)),
                            "columns that the search may change, in groups; a step changes columns of one group")),
            Optional.empty());

    private static final Section PLAUSIBLE = new Section(
            "plausible range",
            "A range that holds although nothing published says so.",
            List.of(
                    field("key", Presence.REQUIRED, TEXT, "of a ledger entry"),
                    field("from", Presence.REQUIRED, NUMBER, "least allowed"),
                    field("to", Presence.REQUIRED, NUMBER, "greatest allowed")),
            Optional.empty());

    /** The whole file. */
    public static final Section RECONSTRUCTION = new Section(
            "reconstruction",
            "How records are made that agree with a study's claims.",
            List.of(
                    field("seed", Presence.REQUIRED, WHOLE, "of the generator"),
                    field(
                            "steps",
                            Presence.OPTIONAL,
                            WHOLE,
                            "the search takes at most, for each dataset; 200000 if absent"),
                    field("datasets", Presence.REQUIRED, new MapOf("name", DATASET), "of the study"),
                    field("plausible", Presence.OPTIONAL, new ListOf(PLAUSIBLE), "ranges beside the claims")),
            Optional.empty());

    private ReconstructionLoader() {}

    private static Field field(String name, Presence presence, Shape shape, String doc) {
        return new Field(name, presence, shape, doc);
    }

    /**
     * @throws StudyException if there is no such file or it is wrong
     */
    public static ReconstructionSpec load(Path folder) {
        Path path = folder.resolve(FILE_NAME);
        String shown = path.toString().replace('\\', '/');
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "file-not-found",
                    SourceLocation.of(shown),
                    "there is no readable file here",
                    "a reconstruction needs a plan: seed, rows, how columns begin and which may change"));
        }
        Diagnostics diagnostics = new Diagnostics();
        YamlNode.Mapping root = YamlReader.read(shown, text);
        new ShapeChecker(diagnostics).check(root, RECONSTRUCTION);
        diagnostics.throwIfErrors();
        SectionReader in = new SectionReader(RECONSTRUCTION, root);
        return new ReconstructionSpec(
                Long.parseLong(in.required("seed").text()),
                in.whole("steps").orElse(200_000),
                in.map("datasets", DATASET, ReconstructionLoader::dataset),
                in.list(
                        "plausible",
                        PLAUSIBLE,
                        p -> new ReconstructionSpec.Plausible(
                                p.required("key"),
                                p.number("from").orElse(0.0),
                                p.number("to").orElse(0.0))));
    }

    private static DatasetPlan dataset(YamlNode.Scalar key, SectionReader in) {
        return new DatasetPlan(
                LocatedText.of(key),
                in.whole("rows").orElse(0),
                in.list("columns", COLUMN, ReconstructionLoader::column),
                in.items("move").stream()
                        .map(g -> expanded(SectionReader.scalars(g)))
                        .toList());
    }

    private static List<LocatedText> expanded(List<LocatedText> patterns) {
        return patterns.stream()
                .flatMap(p -> VariableReader.names(p.text()).stream().map(n -> new LocatedText(n, p.span())))
                .toList();
    }

    private static ColumnPlan column(SectionReader in) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : List.of("mean", "sd", "loading", "changed")) {
            in.number(name).ifPresent(n -> numbers.put(name, n));
        }
        Map<String, LocatedText> words = new LinkedHashMap<>();
        for (String name : List.of("pattern", "factor", "total")) {
            in.text(name).ifPresent(w -> words.put(name, w));
        }
        List<LocatedText> copied = expanded(in.texts("of"));
        for (int i = 0; i < copied.size(); i++) {
            words.put("of" + i, copied.get(i));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        in.textsByName("weights")
                .forEach((level, weight) ->
                        weights.put(level, Double.valueOf(weight.get(0).text())));
        return new ColumnPlan(
                expanded(in.texts("names")),
                Kind.valueOf(in.required("begin").text().toUpperCase(Locale.ROOT)),
                numbers,
                words,
                weights,
                in.location());
    }
}
