package org.countersign.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.study.yaml.Shape;
import org.countersign.study.yaml.Shape.Choice;
import org.countersign.study.yaml.Shape.Field;
import org.countersign.study.yaml.Shape.ListOf;
import org.countersign.study.yaml.Shape.MapOf;
import org.countersign.study.yaml.Shape.OneOf;
import org.countersign.study.yaml.Shape.Presence;
import org.countersign.study.yaml.Shape.Section;

/** Every key of {@code study.yaml}, once: name, type and meaning. */
public final class StudyVocabulary {

    private static final Shape TEXT = new Shape.Text();
    private static final Shape NAME = new Shape.Name();
    private static final Shape NUMBER = new Shape.Number();
    private static final Shape WHOLE = new Shape.Whole();
    private static final Shape FLAG = new Shape.Flag();
    private static final Shape TEXTS = new ListOf(TEXT);

    static final Section AUTHOR = section(
            "author",
            "An author of the report. A plain text is taken as the name.",
            TEXT,
            required("name", TEXT, "as it should be printed"),
            optional("affiliation", TEXT, "institution"),
            optional("orcid", TEXT, "ORCID iD, sixteen digits in groups of four"),
            optional("email", TEXT, "shown for a corresponding author"),
            optional("corresponding", FLAG, "whether readers should write to this author; `false` if absent"));

    static final Section PUBLICATION = section(
            "publication",
            "The published paper whose numbers are checked.",
            required("authors", TEXT, "as printed"),
            required("title", TEXT, "as printed"),
            required("source", TEXT, "journal or publisher"),
            required("year", WHOLE, "of publication"),
            optional("volume", TEXT, "with the issue in parentheses, if any"),
            optional("pages", TEXT, "as printed"),
            optional("doi", TEXT, "without the resolver's address"));

    static final Section DATA = section(
            "data",
            "What sort of data this is. Anything but `real` is shown on every page, figure and file.",
            required(
                    "status",
                    new Choice(Arrays.stream(About.DataStatus.values())
                            .map(About.DataStatus::id)
                            .toList()),
                    "`real` for observed data, `reconstructed` for data made to agree with published figures,"
                            + " `simulated` for data made by a model"),
            optional("reason", TEXT, "why, in a sentence; required unless the status is `real`"));

    private static final Shape LEVELS = new OneOf(List.of(new MapOf("code", TEXT), TEXTS));

    static final Section VARIABLE = section(
            "variable",
            "A column. A plain word is taken as its type.",
            new Choice(
                    Arrays.stream(VariableType.values()).map(VariableType::id).toList()),
            required(
                    "type",
                    new Choice(Arrays.stream(VariableType.values())
                            .map(VariableType::id)
                            .toList()),
                    "`id` names rows, `category` has unordered and `ordinal` ordered levels, `integer` and `number` are"
                            + " numeric, `date` is written 2026-01-31, `text` is anything else"),
            optional("label", TEXT, "as a reader sees it; the name if absent"),
            optional("unit", TEXT, "of a number, such as `years`"),
            optional(
                    "levels",
                    LEVELS,
                    "required for `category` and `ordinal`: `[no, yes]`, or `{0: No, 1: Yes}` for codes with labels; in order"),
            optional("reference", TEXT, "code of the level with which others are compared; the first if absent"),
            optional("range", new ListOf(NUMBER), "least and greatest allowed value, `[0, 6]`"),
            optional("required", FLAG, "whether a missing value is an error; `false` if absent"),
            optional("decimals", WHOLE, "how precisely it was measured; taken from the data if absent"));

    static final Section DERIVED = section(
            "derived variable",
            "A variable computed from others. A plain text is taken as the expression.",
            TEXT,
            required("expression", TEXT, "see `docs/expressions.md`"),
            optional("label", TEXT, "as a reader sees it; the name if absent"),
            optional("unit", TEXT, "of a number"),
            optional("levels", LEVELS, "order and labels of the levels that the expression yields"),
            optional("reference", TEXT, "level with which others are compared; the first if absent"),
            optional("decimals", WHOLE, "for display; taken from the data if absent"));

    static final Section JOIN = section(
            "join",
            "Columns of another dataset.",
            required("dataset", NAME, "the other dataset"),
            required("by", TEXT, "column that both have and that is unique in the other"));

    static final Section DATASET = section(
            "dataset",
            "A data file and what its columns mean.",
            required("file", TEXT, "path below the study's folder; `.csv`, `.tsv` or `.xlsx`"),
            optional("label", TEXT, "as a reader sees it; the name if absent"),
            optional("sheet", TEXT, "of a workbook; the first if absent"),
            optional("delimiter", TEXT, "one character, or `tab`; by the file's ending if absent"),
            optional("encoding", TEXT, "of a text file, such as `ISO-8859-1`; UTF-8 if absent"),
            optional("decimal", TEXT, "decimal mark of the numbers in a text file, `.` or `,`; a point if absent"),
            optional("missing", TEXTS, "texts that mean \"no value\" beside the empty field; none if absent"),
            optional("id", TEXT, "column whose values must be unique"),
            optional("count", TEXT, "column that says how many observations a row stands for"),
            required(
                    "variables",
                    new MapOf("column", VARIABLE),
                    "the columns by name; `item_{1..9}` declares nine at once, and `{}` in a label is the number"),
            optional("derived", new MapOf("name", NAME, DERIVED), "variables computed from the columns, in any order"),
            optional("join", new ListOf(JOIN), "columns of other datasets"));

    static final Section POPULATION = section(
            "population",
            "A named part of a dataset's rows.",
            required("dataset", NAME, "whose rows"),
            required("label", TEXT, "in words, as a reader sees it"),
            optional("where", TEXT, "expression that is true for the rows that belong; all rows if absent"));

    /** The parts that variables play in analyses; each method says which it needs. */
    static final List<Field> ROLES = List.of(
            optional("outcome", TEXTS, "what is analysed; with a list, each variable in turn under its own key"),
            optional("group", TEXT, "categorical variable whose levels are compared"),
            optional("covariates", TEXTS, "variables adjusted for"),
            optional("strata", TEXT, "categorical variable within which comparisons are made"),
            optional("subgroups", TEXTS, "categorical variables within whose levels an effect is estimated"),
            optional("cluster", TEXT, "variable that names the cluster of a row"),
            optional("raters", TEXTS, "one variable for each rater"),
            optional("time", TEXT, "follow-up time"));

    /** Their names. */
    public static List<String> roles() {
        return ROLES.stream().map(Field::name).toList();
    }

    static final Section ANALYSIS = analysis();

    private static Section analysis() {
        List<Field> fields = new ArrayList<>();
        fields.add(required("method", TEXT, "id in the catalogue, see `countersign list methods`"));
        fields.add(optional("label", TEXT, "as a reader sees it; the method's label if absent"));
        fields.add(optional("dataset", NAME, "whose rows; the only or first one if absent"));
        fields.add(optional("population", NAME, "which rows; all if absent"));
        fields.addAll(ROLES);
        fields.add(optional(
                "parameters",
                new MapOf("parameter", TEXTS),
                "by the names that the method declares, such as `level: 0.95`"));
        fields.add(optional("display", TEXT, "composite shown for the analysis as a whole, see `docs/manuscript.md`"));
        return new Section("analysis", "A method applied to variables.", fields, Optional.empty());
    }

    static final Section FIGURE = section(
            "figure",
            "A chart of ledger entries.",
            required("chart", TEXT, "id in the catalogue, see `countersign list charts`"),
            required("analyses", TEXTS, "analyses that it shows"),
            required("caption", TEXT, "below the figure; may hold interpolations"),
            optional("alternative", TEXT, "text in place of the picture; written from the data if absent"),
            optional("options", new MapOf("option", TEXTS), "by the names that the chart declares"));

    static final Section TABLE = section(
            "table",
            "A table of ledger entries.",
            required("type", TEXT, "id in the catalogue, see `docs/charts-and-tables.md`"),
            required("analyses", TEXTS, "analyses that it shows"),
            required("caption", TEXT, "above the table; may hold interpolations"),
            optional("note", TEXT, "below the table; may hold interpolations"),
            optional("options", new MapOf("option", TEXTS), "by the names that the type declares"));

    static final Section CLAIM = section(
            "claim",
            "A published statement and the ledger entries that it is about.",
            required("text", TEXT, "as published: the numbers in their order, with as few words as place them"),
            optional("id", NAME, "for messages; made from its place in the list if absent"),
            optional("where", TEXT, "in the publication, such as `Abstract, Results`"),
            required(
                    "keys",
                    new ListOf(TEXTS),
                    "for each number of the text the ledger key that must reproduce it, or a list of keys that all must"),
            optional(
                    "says",
                    new Choice(Arrays.stream(Claim.Statement.values())
                            .map(Claim.Statement::id)
                            .toList()),
                    "what the words claim of the keys, when words are the claim; with `decreased-by` the numbers are, and each is the"
                            + " size of a fall: \"fell by 6.1\" of a change of -6.1"),
            optional("values", TEXTS, "the names that the words list, with `says: names`"),
            optional("alpha", NUMBER, "significance level behind \"significant\"; 0.05 if absent"),
            optional("note", TEXT, "for a reviewer"));

    static final Section CONSTANT = section(
            "constant",
            "A text with a number in it that no data yield.",
            required("text", TEXT, "exactly as the prose has it, such as `4-week`"),
            required("reason", TEXT, "why it is fixed; listed in the report"));

    static final Section STYLE = section(
            "style",
            "How numbers are printed: a profile, and single settings that differ from it.",
            NAME,
            optional("profile", NAME, "`ama`, `nejm`, `lancet` or `apa`; `ama` if absent"),
            optional("settings", new MapOf("setting", TEXT), "see `docs/styles.md`"));

    /** The whole file. */
    public static final Section STUDY = section(
            "study",
            "The file `study.yaml` of a study's folder.",
            required("title", TEXT, "of the report"),
            optional("subtitle", TEXT, "of the report"),
            optional("language", TEXT, "BCP 47 tag; `en` if absent"),
            optional("date", TEXT, "of the report, 2026-01-31; stands in the metadata unless SOURCE_DATE_EPOCH is set"),
            optional("authors", new ListOf(AUTHOR), "of the report"),
            optional("publication", PUBLICATION, "the published paper whose numbers are checked"),
            optional("registration", TEXT, "of the study, such as a trial registry's number"),
            optional("funding", TEXT, "of the study"),
            optional("keywords", TEXTS, "for the metadata"),
            required("data", DATA, "what sort of data this is"),
            optional("style", STYLE, "how numbers are printed; the `ama` profile if absent"),
            optional(
                    "manuscript",
                    TEXT,
                    "Markdown below the study's folder; if absent `templates/<study>/manuscript.md`, or"
                            + " else the default report"),
            required("datasets", new MapOf("name", NAME, DATASET), "the data files"),
            optional("populations", new MapOf("name", NAME, POPULATION), "named parts of datasets"),
            required("analyses", new MapOf("id", ANALYSIS), "what is computed"),
            optional("figures", new MapOf("id", NAME, FIGURE), "charts, by the names that the manuscript uses"),
            optional("tables", new MapOf("id", NAME, TABLE), "tables, by the names that the manuscript uses"),
            optional("claims", new ListOf(CLAIM), "published statements to verify"),
            optional("constants", new ListOf(CONSTANT), "texts with numbers that no data yield"),
            optional(
                    "references",
                    new MapOf("id", NAME, PUBLICATION),
                    "sources, by the names that the manuscript cites"));

    private StudyVocabulary() {}

    private static Section section(String name, String doc, Field... fields) {
        return new Section(name, doc, List.of(fields), Optional.empty());
    }

    private static Section section(String name, String doc, Shape shorthand, Field... fields) {
        return new Section(name, doc, List.of(fields), Optional.of(shorthand));
    }

    private static Field required(String name, Shape shape, String doc) {
        return new Field(name, Presence.REQUIRED, shape, doc);
    }

    private static Field optional(String name, Shape shape, String doc) {
        return new Field(name, Presence.OPTIONAL, shape, doc);
    }
}
