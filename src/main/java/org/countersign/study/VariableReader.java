package org.countersign.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.study.yaml.YamlNode;

/** Reads the declarations of columns and derived variables; {@code item_{1..9}} declares nine columns at once. */
final class VariableReader {

    private static final Pattern NUMBERED = Pattern.compile("([^{}]*)\\{(\\d{1,4})\\.\\.(\\d{1,4})}([^{}]*)");
    static final int MOST_AT_ONCE = 1000;

    private VariableReader() {}

    static List<VariableSpec> variables(YamlNode.Scalar key, SectionReader in) {
        List<VariableSpec> all = new ArrayList<>();
        for (Numbered column : expand(key.text())) {
            all.add(variable(column, key, in));
        }
        return all;
    }

    /** {@code item_{1..9}} as its nine names; any other text as itself. */
    static List<String> names(String pattern) {
        return expand(pattern).stream().map(Numbered::name).toList();
    }

    private record Numbered(String name, String number) {}

    private static List<Numbered> expand(String pattern) {
        Matcher m = NUMBERED.matcher(pattern);
        if (!m.matches()) {
            return List.of(new Numbered(pattern, ""));
        }
        int first = Integer.parseInt(m.group(2));
        int last = Math.min(Integer.parseInt(m.group(3)), first + MOST_AT_ONCE);
        int width = m.group(2).startsWith("0") ? m.group(2).length() : 1;
        List<Numbered> all = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            String digits = Integer.toString(i);
            all.add(new Numbered(
                    m.group(1) + "0".repeat(Math.max(0, width - digits.length())) + digits + m.group(4), digits));
        }
        return all;
    }

    private static VariableSpec variable(Numbered column, YamlNode.Scalar key, SectionReader in) {
        List<LocatedText> range = in.texts("range");
        return new VariableSpec(
                column.name(),
                in.string("label").map(l -> l.replace("{}", column.number())).orElse(column.name()),
                in.string("unit"),
                VariableType.of(
                        in.shorthand().orElseGet(() -> in.required("type")).text()),
                levels(in),
                in.text("reference"),
                range.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Double.valueOf(range.get(0).text())),
                range.size() < 2
                        ? Optional.empty()
                        : Optional.of(Double.valueOf(range.get(1).text())),
                in.flag("required"),
                in.whole("decimals"),
                key.location());
    }

    static DerivedSpec derived(YamlNode.Scalar key, SectionReader in) {
        return new DerivedSpec(
                key.text(),
                in.string("label").orElse(key.text()),
                in.string("unit"),
                in.shorthand().orElseGet(() -> in.required("expression")),
                levels(in),
                in.text("reference"),
                in.whole("decimals"),
                key.location());
    }

    private static List<Level> levels(SectionReader in) {
        YamlNode node = in.value("levels").orElse(null);
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream()
                    .map(e -> new Level(
                            e.key().text(),
                            SectionReader.scalars(e.value()).get(0).text()))
                    .toList();
        }
        return in.strings("levels").stream().map(code -> new Level(code, code)).toList();
    }
}
