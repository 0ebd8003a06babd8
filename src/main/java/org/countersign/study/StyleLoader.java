package org.countersign.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.NumberStyle;
import org.countersign.study.yaml.Shape;
import org.countersign.study.yaml.ShapeChecker;
import org.countersign.study.yaml.YamlNode;
import org.countersign.study.yaml.YamlReader;

/** Reads a style profile and applies a study's own settings to it. */
public final class StyleLoader {

    /** The profile of a study that names none. */
    public static final String DEFAULT = "ama";

    private static final Shape TEXT = new Shape.Text();

    /** Every key of a profile. */
    public static final Shape.Section PROFILE = new Shape.Section(
            "style profile",
            "A file of `templates/styles`.",
            List.of(
                    field("label", TEXT, "for a reader"),
                    field("as-of", TEXT, "edition or year of the rules"),
                    field("minus", TEXT, "sign of a negative number"),
                    field("decimal-mark", TEXT, "between units and tenths"),
                    field("thousands", TEXT, "between groups of three digits, from five digits on"),
                    field(
                            "leading-zero",
                            new Shape.Choice(List.of("always", "not-if-probability", "not-if-bounded")),
                            "whether numbers below 1 keep their leading zero: all, all but p-values, or all that may exceed 1"),
                    field("p-symbol", TEXT, "`P` or `p`"),
                    field("p-spacing", TEXT, "around the sign between symbol and value"),
                    field(
                            "p-decimals",
                            new Shape.MapOf("below", new Shape.Whole()),
                            "decimals of p-values below a limit, smallest limit first"),
                    field("p-smallest", TEXT, "smaller p-values are printed as less than this"),
                    field(
                            "p-greatest",
                            TEXT,
                            "greater p-values are printed as greater than this; 1 for never, but for those below 1 that would be rounded to 1"),
                    field("interval-open", TEXT, "before an interval"),
                    field("interval-separator", TEXT, "between its limits"),
                    field("interval-close", TEXT, "after it"),
                    field("interval-label", TEXT, "between the level and the limits"),
                    field("percent-decimals", new Shape.Whole(), "decimals of a percentage of many observations"),
                    field("percent-decimals-from", new Shape.Whole(), "how many are many")),
            Optional.empty());

    private StyleLoader() {}

    private static Shape.Field field(String name, Shape shape, String doc) {
        return new Shape.Field(name, Shape.Presence.REQUIRED, shape, doc);
    }

    /**
     * @param file the profile's file, for messages
     * @param text its content
     * @throws StudyException if the profile or a setting of the study is wrong
     */
    public static NumberStyle load(String id, String file, String text, StyleSpec wishes) {
        Diagnostics diagnostics = new Diagnostics();
        YamlNode.Mapping profile = withSettings(YamlReader.read(file, text), wishes.overrides(), diagnostics);
        new ShapeChecker(diagnostics).check(profile, PROFILE);
        SectionReader in = new SectionReader(PROFILE, profile);
        if (!diagnostics.hasErrors()) {
            checkNumbers(in, diagnostics);
        }
        diagnostics.throwIfErrors();
        List<NumberStyle.PDecimals> pDecimals = new ArrayList<>();
        in.textsByName("p-decimals")
                .forEach((below, decimals) -> pDecimals.add(new NumberStyle.PDecimals(
                        new BigDecimal(below), Integer.parseInt(decimals.get(0).text()))));
        return new NumberStyle(
                id,
                string(in, "label"),
                string(in, "as-of"),
                string(in, "minus"),
                string(in, "decimal-mark"),
                string(in, "thousands"),
                NumberStyle.LeadingZero.valueOf(
                        string(in, "leading-zero").toUpperCase(Locale.ROOT).replace('-', '_')),
                string(in, "p-symbol"),
                string(in, "p-spacing"),
                pDecimals,
                new BigDecimal(string(in, "p-smallest")),
                new BigDecimal(string(in, "p-greatest")),
                string(in, "interval-open"),
                string(in, "interval-separator"),
                string(in, "interval-close"),
                string(in, "interval-label"),
                in.whole("percent-decimals").orElse(0),
                in.whole("percent-decimals-from").orElse(0));
    }

    private static void checkNumbers(SectionReader in, Diagnostics diagnostics) {
        for (String key : List.of("p-smallest", "p-greatest")) {
            LocatedText text = in.required(key);
            if (!ShapeChecker.NUMBER.matcher(text.text()).matches()
                    || text.text().length() > 12) {
                wrongNumber(diagnostics, key, text, "a number such as 0.001");
            }
        }
        LocatedText decimals = in.required("percent-decimals");
        if (!decimals.text().matches("\\d")) {
            wrongNumber(diagnostics, "percent-decimals", decimals, "a number from 0 to 9");
        }
        in.textsByName("p-decimals").forEach((below, places) -> {
            if (!ShapeChecker.NUMBER.matcher(below).matches()
                    || !places.get(0).text().matches("\\d")) {
                wrongNumber(diagnostics, "p-decimals", places.get(0), "a limit with a number from 0 to 9");
            }
        });
    }

    private static void wrongNumber(Diagnostics diagnostics, String key, LocatedText text, String expected) {
        diagnostics.error(
                "wrong-type", text.location(), "`" + key + "`: expected " + expected + ", found `" + text + "`");
    }

    private static String string(SectionReader in, String key) {
        return in.string(key).orElse("");
    }

    private static YamlNode.Mapping withSettings(
            YamlNode.Mapping profile, Map<String, LocatedText> settings, Diagnostics diagnostics) {
        List<YamlNode.Entry> entries = new ArrayList<>(profile.entries());
        List<String> known = PROFILE.fields().stream().map(Shape.Field::name).toList();
        settings.forEach((name, value) -> {
            if (!known.contains(name)) {
                diagnostics.add(Diagnostic.error(
                                "unknown-key", value.location(), "`" + name + "` is not a setting of a style profile")
                        .withHint(Suggestions.hint(name, known)));
                return;
            }
            entries.replaceAll(e -> e.key().text().equals(name)
                    ? new YamlNode.Entry(
                            e.key(), new YamlNode.Scalar(value.text(), false, value.location(), value.span()))
                    : e);
        });
        return new YamlNode.Mapping(entries, profile.location());
    }
}
