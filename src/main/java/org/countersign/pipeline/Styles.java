package org.countersign.pipeline;

import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.NumberStyle;
import org.countersign.report.TemplateFiles;
import org.countersign.study.LocatedText;
import org.countersign.study.StyleLoader;
import org.countersign.study.StyleSpec;

/** Finds the style profile that a study names. */
public final class Styles {

    /** The profiles that the program carries. */
    public static final List<String> BUILT_IN = List.of("ama", "apa", "lancet", "nejm");

    private Styles() {}

    /**
     * @throws StudyException if there is no such profile or a setting is wrong
     */
    public static NumberStyle load(StyleSpec spec, TemplateFiles templates) {
        String id = spec.profile().map(LocatedText::text).orElse(StyleLoader.DEFAULT);
        String name = "styles/" + id + ".yaml";
        Optional<String> text = id.matches("[a-z0-9_-]+") ? templates.find(name) : Optional.empty();
        if (text.isEmpty()) {
            throw new StudyException(Diagnostic.error(
                            "unknown-style",
                            spec.profile().map(LocatedText::location).orElse(SourceLocation.of(name)),
                            "there is no style profile `" + id + "`")
                    .withHint(Suggestions.hint(id, BUILT_IN)));
        }
        return StyleLoader.load(id, templates.shown(name), text.get(), spec);
    }
}
