package org.countersign.report.manuscript;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.report.Fragments;
import org.countersign.report.ReportModel;

/** What the rendering of one text notes while FreeMarker runs: mistakes, tokens, the numbers that were shown. */
final class RenderingState {

    private final ReportModel model;
    private final NumeralGate gate;
    private final Diagnostics diagnostics;
    private final Fragments fragments;
    private final SourcePlaces places;
    private final Set<String> shown = new LinkedHashSet<>();

    RenderingState(
            ReportModel model, NumeralGate gate, Diagnostics diagnostics, Fragments fragments, SourcePlaces places) {
        this.model = model;
        this.gate = gate;
        this.diagnostics = diagnostics;
        this.fragments = fragments;
        this.places = places;
    }

    /** Maps a place in the template to one in the file that it came from. */
    interface SourcePlaces {
        SourceLocation at(int line, int column);
    }

    static RenderingState of(Environment environment) {
        Object state = environment.getCustomState(KEY);
        if (state instanceof RenderingState rendering) {
            return rendering;
        }
        throw new IllegalStateException("the environment was not prepared by the manuscript renderer");
    }

    /** Under which the environment keeps the state. */
    static final Object KEY = new Object();

    ReportModel model() {
        return model;
    }

    Fragments fragments() {
        return fragments;
    }

    Set<String> shown() {
        return shown;
    }

    void error(String code, String message, Optional<String> hint) {
        error(here(), code, message, hint);
    }

    /** A mistake that shows later, at the place of the instruction that made it. */
    void error(SourceLocation at, String code, String message, Optional<String> hint) {
        diagnostics.add(Diagnostic.error(code, at, message).withHint(hint));
    }

    /** The place of the instruction that runs. */
    SourceLocation here() {
        TemplateException at = new TemplateException("", Environment.getCurrentEnvironment());
        Integer line = at.getLineNumber();
        Integer column = at.getColumnNumber();
        return places.at(line == null ? 1 : line, column == null ? 1 : column);
    }

    /** A number that the template computed: whatever it is, no ledger entry stands behind it. */
    void computedNumber(String text) {
        error(
                NumeralGate.CODE,
                "`" + text + "` is printed here, but comes from no ledger entry",
                Optional.of("print the entry itself, `${key}`; conditions may look at `key.value`, prose may not"));
    }

    /** A text that an instruction prints: its digits are the author's own, and pass the gate as prose does. */
    void suspiciousText(String text) {
        List<String> leaked = gate.leaked(text);
        if (!leaked.isEmpty()) {
            error(
                    NumeralGate.CODE,
                    "`" + String.join(", ", leaked) + "` is printed here, but comes from no ledger entry",
                    Optional.of("print the entry itself, `${key}`; conditions may look at `key.value`, prose may not"));
        }
    }
}
