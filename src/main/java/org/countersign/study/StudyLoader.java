package org.countersign.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.yaml.ShapeChecker;
import org.countersign.study.yaml.YamlNode;
import org.countersign.study.yaml.YamlReader;

/** Reads {@code study.yaml}: syntax, then shape, then what the parts say of each other; all mistakes of a stage at once. */
public final class StudyLoader {

    /** Name of the definition in a study's folder. */
    public static final String FILE_NAME = "study.yaml";

    private final Diagnostics diagnostics = new Diagnostics();

    private StudyLoader() {}

    /**
     * @param folder a study's folder
     * @throws StudyException with every mistake of the first stage that has any
     */
    public static StudyDefinition load(Path folder) {
        Path path = folder.resolve(FILE_NAME);
        String shown = path.toString().replace('\\', '/');
        return new StudyLoader().define(folder, shown, read(folder, path, shown));
    }

    /** As {@link #load(Path)}, with the definition's text given. */
    public static StudyDefinition load(Path folder, String file, String text) {
        return new StudyLoader().define(folder, file, text);
    }

    private static String read(Path folder, Path path, String shown) {
        try {
            if (Files.exists(path) && !path.toRealPath().startsWith(folder.toRealPath())) {
                throw new StudyException(Diagnostic.error(
                        "outside-study",
                        SourceLocation.of(shown),
                        "the definition is a link to a file outside the study's folder",
                        "copy it into the study"));
            }
            byte[] bytes = Files.readAllBytes(path);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new StudyException(Diagnostic.error(
                    "bad-encoding", SourceLocation.of(shown), "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "file-not-found",
                    SourceLocation.of(shown),
                    "there is no readable file here",
                    "a study is a folder with a `study.yaml`; `countersign new DIR` makes one, `countersign list studies` shows"
                            + " those at hand"));
        }
    }

    private StudyDefinition define(Path folder, String file, String text) {
        YamlNode.Mapping root = YamlReader.read(file, text.startsWith("\ufeff") ? text.substring(1) : text);
        new ShapeChecker(diagnostics).check(root, StudyVocabulary.STUDY);
        diagnostics.throwIfErrors();

        SectionReader in = new SectionReader(StudyVocabulary.STUDY, root);
        StudyDefinition study = new StudyDefinition(
                studyId(folder),
                folder,
                file,
                about(in),
                style(in),
                in.text("manuscript"),
                in.map("datasets", StudyVocabulary.DATASET, this::dataset),
                in.map("populations", StudyVocabulary.POPULATION, StudyLoader::population),
                in.map("analyses", StudyVocabulary.ANALYSIS, StudyLoader::analysis),
                in.map("figures", StudyVocabulary.FIGURE, (key, f) -> exhibit(key, f, "chart", "alternative")),
                in.map("tables", StudyVocabulary.TABLE, (key, t) -> exhibit(key, t, "type", "note")),
                claims(in),
                in.list(
                        "constants",
                        StudyVocabulary.CONSTANT,
                        c -> new Constant(
                                c.required("text"), c.required("reason").text())),
                in.map("references", StudyVocabulary.PUBLICATION, (key, p) -> publication(key.text(), p)));
        DefinitionChecks.check(study, diagnostics);
        diagnostics.throwIfErrors();
        return study;
    }

    private static String studyId(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "study" : name.toString();
    }

    private About about(SectionReader in) {
        SectionReader data = in.section("data", StudyVocabulary.DATA).orElseThrow();
        String status = data.required("status").text();
        About.DataStatus dataStatus = List.of(About.DataStatus.values()).stream()
                .filter(s -> s.id().equals(status))
                .findFirst()
                .orElseThrow();
        if (dataStatus != About.DataStatus.REAL && data.text("reason").isEmpty()) {
            diagnostics.error(
                    "missing-key",
                    data.location(),
                    "`reason` is missing: data that is not real says why",
                    "reason: one sentence that a reader will see on the first page");
        }
        return new About(
                in.required("title"),
                in.text("subtitle"),
                in.string("language").orElse("en"),
                in.text("date").flatMap(this::date),
                in.list("authors", StudyVocabulary.AUTHOR, StudyLoader::author),
                in.section("publication", StudyVocabulary.PUBLICATION).map(p -> publication("publication", p)),
                in.string("registration"),
                in.string("funding"),
                in.strings("keywords"),
                dataStatus,
                data.text("reason"));
    }

    private Optional<LocalDate> date(LocatedText text) {
        try {
            return Optional.of(LocalDate.parse(text.text()));
        } catch (DateTimeParseException e) {
            diagnostics.error(
                    "no-such-date", text.location(), "`date: " + text + "` is not a date", "write it as 2026-01-31");
            return Optional.empty();
        }
    }

    private static About.Author author(SectionReader in) {
        return new About.Author(
                in.shorthand()
                        .map(LocatedText::text)
                        .orElseGet(() -> in.required("name").text()),
                in.string("affiliation"),
                in.string("orcid"),
                in.string("email"),
                in.flag("corresponding"));
    }

    private static Publication publication(String id, SectionReader in) {
        return new Publication(
                id,
                in.required("authors").text(),
                in.required("title").text(),
                in.required("source").text(),
                in.whole("year").orElseThrow(),
                in.string("volume"),
                in.string("pages"),
                in.string("doi"));
    }

    private static StyleSpec style(SectionReader in) {
        Optional<SectionReader> style = in.section("style", StudyVocabulary.STYLE);
        if (style.isEmpty()) {
            return new StyleSpec(Optional.empty(), Map.of());
        }
        Map<String, LocatedText> settings = new LinkedHashMap<>();
        style.get().textsByName("settings").forEach((name, values) -> settings.put(name, values.get(0)));
        return new StyleSpec(style.get().shorthand().or(() -> style.get().text("profile")), settings);
    }

    private DatasetSpec dataset(YamlNode.Scalar key, SectionReader in) {
        List<VariableSpec> variables = new ArrayList<>();
        in.map("variables", StudyVocabulary.VARIABLE, this::variables).forEach(variables::addAll);
        return new DatasetSpec(
                key.text(),
                in.string("label").orElse(key.text()),
                in.required("file"),
                in.string("sheet"),
                in.text("delimiter").flatMap(this::delimiter),
                in.text("encoding"),
                in.text("decimal").flatMap(this::decimalMark).orElse('.'),
                in.strings("missing"),
                in.text("id"),
                in.text("count"),
                variables,
                in.map("derived", StudyVocabulary.DERIVED, VariableReader::derived),
                in.list("join", StudyVocabulary.JOIN, j -> new JoinSpec(j.required("dataset"), j.required("by"))),
                key.location());
    }

    private List<VariableSpec> variables(YamlNode.Scalar key, SectionReader in) {
        List<VariableSpec> variables = VariableReader.variables(key, in);
        if (variables.isEmpty() || variables.size() > VariableReader.MOST_AT_ONCE) {
            diagnostics.error(
                    "empty-range",
                    key.location(),
                    "`" + key.text() + "` declares " + (variables.isEmpty() ? "no column" : "too many columns"),
                    "from the least to the greatest number, at most " + VariableReader.MOST_AT_ONCE + " of them");
            return List.of();
        }
        return variables;
    }

    private Optional<Character> delimiter(LocatedText text) {
        if (text.text().equals("tab") || text.text().equals("\t")) {
            return Optional.of('\t');
        }
        if (text.text().length() != 1) {
            diagnostics.error(
                    "wrong-type",
                    text.location(),
                    "`delimiter`: expected one character or `tab`, found `" + text + "`");
            return Optional.empty();
        }
        return Optional.of(text.text().charAt(0));
    }

    private Optional<Character> decimalMark(LocatedText text) {
        if (!text.text().equals(".") && !text.text().equals(",")) {
            diagnostics.error(
                    "wrong-type", text.location(), "`decimal`: expected `\".\"` or `\",\"`, found `" + text + "`");
            return Optional.empty();
        }
        return Optional.of(text.text().charAt(0));
    }

    private static PopulationSpec population(YamlNode.Scalar key, SectionReader in) {
        return new PopulationSpec(key.text(), in.required("label").text(), in.required("dataset"), in.text("where"));
    }

    private static AnalysisSpec analysis(YamlNode.Scalar key, SectionReader in) {
        Map<String, List<LocatedText>> roles = new LinkedHashMap<>();
        StudyVocabulary.ROLES.forEach(role -> {
            List<LocatedText> variables = in.texts(role.name()).stream()
                    .flatMap(v -> VariableReader.names(v.text()).stream().map(name -> new LocatedText(name, v.span())))
                    .toList();
            if (!variables.isEmpty()) {
                roles.put(role.name(), variables);
            }
        });
        return new AnalysisSpec(
                key.text(),
                in.string("label"),
                in.required("method"),
                roles,
                in.text("dataset"),
                in.text("population"),
                in.textsByName("parameters"),
                in.text("display"),
                key.location());
    }

    private static ExhibitSpec exhibit(YamlNode.Scalar key, SectionReader in, String typeKey, String extraKey) {
        boolean figure = extraKey.equals("alternative");
        return new ExhibitSpec(
                key.text(),
                in.required(typeKey),
                in.texts("analyses"),
                in.required("caption"),
                figure ? in.text(extraKey) : Optional.empty(),
                figure ? Optional.empty() : in.text(extraKey),
                in.textsByName("options"),
                key.location());
    }

    private static List<Claim> claims(SectionReader in) {
        List<Claim> claims = new ArrayList<>();
        in.list(
                "claims",
                StudyVocabulary.CLAIM,
                c -> claims.add(new Claim(
                        c.string("id").orElse("claim_" + (claims.size() + 1)),
                        c.required("text"),
                        c.string("where"),
                        c.items("keys").stream().map(SectionReader::scalars).toList(),
                        c.string("says").map(Claim.Statement::of),
                        c.texts("values"),
                        c.number("alpha").orElse(0.05),
                        c.string("note"))));
        return claims;
    }
}
