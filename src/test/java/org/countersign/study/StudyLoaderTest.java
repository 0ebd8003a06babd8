package org.countersign.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.study.yaml.Shape;
import org.countersign.study.yaml.YamlNode;
import org.countersign.study.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class StudyLoaderTest {

    /** Every key once, every value once: what is not read is not in the definition. Invented. */
    private static final String EVERYTHING = """
            title: Title one
            subtitle: Subtitle two
            language: en-GB
            date: 2026-01-31
            authors:
              - {name: Author three, affiliation: Place four, orcid: 0000-0001, email: five@example.org, corresponding: true}
              - Plain author six
            publication: {authors: Authors seven, title: Title eight, source: Journal nine, year: 1910, volume: "11", pages: 12-13, doi: 10.1/14}
            registration: Registry fifteen
            funding: Funds sixteen
            keywords: [word seventeen, word eighteen]
            data: {status: simulated, reason: Reason nineteen}
            style: {profile: lancet, settings: {minus: twenty}}
            manuscript: paper21.md
            datasets:
              first:
                file: data/one22.csv
                label: Label 23
                sheet: Sheet 24
                delimiter: tab
                decimal: ","
                encoding: UTF-16
                missing: [gone25, gone26]
                id: key27
                count: times28
                variables:
                  key27: id
                  times28: {type: integer, label: Label 29, unit: unit 30, range: [31, 32], required: true, decimals: 3}
                  arm34: {type: category, levels: {code35: Level 36, code37: Level 38}, reference: code37}
                derived:
                  made39: {expression: times28 + 40, label: Label 41, unit: unit 42, decimals: 4}
                  made43: {expression: 'arm34 = "code35"', levels: ["no", "yes"], reference: "yes"}
                  plain44: times28 * 45
                join: [{dataset: second, by: key27}]
              second:
                file: data/two46.csv
                variables: {key27: id}
            populations:
              some47: {dataset: first, label: Some 48, where: times28 > 49}
            analyses:
              analysis50:
                method: method51
                label: Label 52
                dataset: first
                population: some47
                outcome: [times28, made39]
                group: arm34
                covariates: [made39]
                strata: strata53
                subgroups: [subgroup53a, subgroup53b]
                cluster: cluster54
                raters: [rater55, rater56]
                time: time57
                parameters: {parameter59: value60}
                display: display61
            figures:
              figure62: {chart: chart63, analyses: [analysis50], caption: Caption 64, alternative: Alternative 65, options: {option66: value67}}
            tables:
              table68: {type: type69, analyses: [analysis50], caption: Caption 70, note: Note 71, options: {option72: value73}}
            claims:
              - {id: claim74, text: Text 75, where: Where 76, keys: [key77, [key78, key79]], says: names, values: [value80], alpha: 0.81, note: Note 82}
            constants:
              - {text: constant 83, reason: Reason 84}
            references:
              source85: {authors: Authors 86, title: Title 87, source: Source 88, year: 1989, volume: "90", pages: "91", doi: 10.2/92}
            """;

    private static StudyDefinition load(String text) {
        return StudyLoader.load(Path.of("trial"), "trial/study.yaml", text);
    }

    @Test
    void everyValueReachesTheDefinition() {
        String definition = load(EVERYTHING).toString().toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        collect(YamlReader.read("trial/study.yaml", EVERYTHING), values);
        assertThat(values).hasSizeGreaterThan(90);
        assertThat(values)
                .filteredOn(value -> !value.equals("tab"))
                .allSatisfy(value -> assertThat(definition).contains(value.toLowerCase(Locale.ROOT)));
        assertThat(load(EVERYTHING).datasets().get(0).delimiter()).contains('\t');
    }

    private static void collect(YamlNode node, List<String> values) {
        if (node instanceof YamlNode.Scalar scalar) {
            values.add(scalar.text());
        } else if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, values));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), values));
        }
    }

    @Test
    void everyKeyOfTheVocabularyIsInTheExample() {
        Set<String> used = new TreeSet<>();
        use(YamlReader.read("trial/study.yaml", EVERYTHING), StudyVocabulary.STUDY, used);
        Set<String> known = new TreeSet<>();
        know(StudyVocabulary.STUDY, known, new TreeSet<>());
        assertThat(used).isEqualTo(known);
    }

    private static void use(YamlNode node, Shape shape, Set<String> used) {
        if (shape instanceof Shape.Section section && node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                used.add(section.name() + "." + entry.key().text());
                section.field(entry.key().text()).ifPresent(f -> use(entry.value(), f.shape(), used));
            }
        } else if (shape instanceof Shape.ListOf list && node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> use(item, list.item(), used));
        } else if (shape instanceof Shape.MapOf map && node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> use(entry.value(), map.value(), used));
        }
    }

    private static void know(Shape shape, Set<String> known, Set<String> seen) {
        if (shape instanceof Shape.Section section && seen.add(section.name())) {
            for (Shape.Field field : section.fields()) {
                known.add(section.name() + "." + field.name());
                know(field.shape(), known, seen);
            }
        } else if (shape instanceof Shape.ListOf list) {
            know(list.item(), known, seen);
        } else if (shape instanceof Shape.MapOf map) {
            know(map.value(), known, seen);
        }
    }

    private static final String SMALL = """
            title: T
            data: {status: simulated, reason: invented}
            datasets:
              d:
                file: d.csv
                variables:
            %s
            analyses: {a: {method: describe, outcome: x}}
            """;

    private static List<VariableSpec> variables(String lines) {
        return load(SMALL.formatted(lines.indent(6).stripTrailing()))
                .datasets()
                .get(0)
                .variables();
    }

    @Test
    void numberedColumns() {
        assertThat(variables("item_{1..3}: {type: integer, label: 'Item {}'}\nq{08..11}x: number"))
                .extracting(VariableSpec::name, VariableSpec::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("item_1", "Item 1"),
                        org.assertj.core.groups.Tuple.tuple("item_2", "Item 2"),
                        org.assertj.core.groups.Tuple.tuple("item_3", "Item 3"),
                        org.assertj.core.groups.Tuple.tuple("q08x", "q08x"),
                        org.assertj.core.groups.Tuple.tuple("q09x", "q09x"),
                        org.assertj.core.groups.Tuple.tuple("q10x", "q10x"),
                        org.assertj.core.groups.Tuple.tuple("q11x", "q11x"));
    }

    @Test
    void mergedMappingsKeepTheirOwnKeys() {
        List<VariableSpec> all = variables("""
                a: &a {type: category, label: First, levels: [x, y], reference: y}
                b: {<<: *a, label: Second}
                c: {label: Third, <<: *a}
                d: *a
                """);
        assertThat(all).extracting(VariableSpec::label).containsExactly("First", "Second", "Third", "First");
        assertThat(all).allSatisfy(v -> assertThat(v.referenceIndex()).isEqualTo(1));
    }

    @Test
    void levelsAsAListOrWithLabels() {
        List<VariableSpec> all =
                variables("a: {type: ordinal, levels: [low, high]}\nb: {type: category, levels: {1: One, 2: Two}}");
        assertThat(all.get(0).levels()).containsExactly(new Level("low", "low"), new Level("high", "high"));
        assertThat(all.get(1).levels()).containsExactly(new Level("1", "One"), new Level("2", "Two"));
    }

    @Test
    void emptyKeysCountAsAbsent() {
        assertThat(load(SMALL.formatted("      x: integer") + "funding:\nkeywords: ~\n")
                        .about()
                        .funding())
                .isEmpty();
    }

    @Test
    void placesInsideLongFilesAndQuotedTexts() {
        String padding = "# " + "padding ".repeat(400) + "\n";
        StudyDefinition study = load(padding + "subtitle: 'A b 12 c 12'\n" + SMALL.formatted("      x: integer"));
        LocatedText subtitle = study.about().subtitle().orElseThrow();
        assertThat(subtitle.location(9, 11)).hasToString("trial/study.yaml:2:21");
        assertThat(subtitle.location(4, 6)).hasToString("trial/study.yaml:2:16");
    }
}
