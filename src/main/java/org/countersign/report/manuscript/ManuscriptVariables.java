package org.countersign.report.manuscript;

import freemarker.core.Environment;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Wording;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.NumberScanner;
import org.countersign.report.ReportModel;
import org.countersign.report.Xml;
import org.countersign.report.manuscript.ManuscriptRenderer.Exhibits;
import org.countersign.stats.Computed;
import org.countersign.study.About;
import org.jspecify.annotations.Nullable;

/**
 * What a manuscript can name: the analyses of the study, functions, directives. An unknown name is a diagnostic with its
 * place, and rendering goes on, so that an author sees all of them together.
 */
final class ManuscriptVariables implements TemplateHashModel {

    /** Functions and directives with their meaning, for the reference page. */
    static final Map<String, String> DOCUMENTATION = documentation();

    private final ReportModel model;
    private final Exhibits exhibits;
    private final Map<String, TemplateModel> variables = new LinkedHashMap<>();

    ManuscriptVariables(ReportModel model, Exhibits exhibits) {
        this.model = model;
        this.exhibits = exhibits;
        function("n", arguments -> new LedgerNode(model.ledger(), text(arguments, 0)));
        function(
                "has",
                arguments -> model.ledger().below(text(arguments, 0)).isEmpty()
                        ? TemplateBooleanModel.FALSE
                        : TemplateBooleanModel.TRUE);
        function("words", arguments -> inWords(node(arguments, 0), false));
        function("Words", arguments -> inWords(node(arguments, 0), true));
        function("abs", arguments -> absolute(node(arguments, 0)));
        function("direction", this::direction);
        function("significant", this::significant);
        function("majority", this::majority);
        function("fig", arguments -> pointer(Exhibits.Kind.FIGURE, text(arguments, 0)));
        function("tab", arguments -> pointer(Exhibits.Kind.TABLE, text(arguments, 0)));
        function("cite", this::cite);
        directive("figure", Exhibits.Kind.FIGURE);
        directive("table", Exhibits.Kind.TABLE);
        for (String appendix :
                List.of("claims", "methods", "ledger", "references", "provenance", "constants", "verification")) {
            variables.put(appendix, (TemplateDirectiveModel) (environment, parameters, loop, body) -> {
                exhibits.place(Exhibits.Kind.APPENDIX, appendix);
                place(environment, Exhibits.Kind.APPENDIX, appendix);
            });
        }
        About about = model.study().about();
        variables.put("data_status", new SimpleScalar(about.dataStatus().id()));
        about.dataStatusReason().ifPresent(r -> variables.put("data_reason", plain(r.text())));
        variables.put("title", plain(about.title().text()));
        sequence("figure_ids", exhibits.ids(Exhibits.Kind.FIGURE));
        sequence("table_ids", exhibits.ids(Exhibits.Kind.TABLE));
        sequence(
                "analysis_ids",
                model.study().analyses().stream().map(a -> a.id()).toList());
    }

    private static Map<String, String> documentation() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("n(\"key\")", "the ledger entry of a key, for keys that are not names (`n(\"a.30min.median\")`)");
        all.put("has(\"key\")", "whether the ledger has the key or anything below it");
        all.put("words(key)", "a count as a word up to twelve, else as a numeral; `Words` begins with a capital");
        all.put("abs(key)", "the entry without its sign, for prose that says \"fell by\"");
        all.put(
                "direction(key, \"fell\", \"rose\", \"did not change\")",
                "the word that fits the side of no effect: below zero, or below one for a ratio");
        all.put(
                "significant(key.p, \"a significant\", \"no significant\")",
                "the word that fits p below 0.05; a fourth argument is another alpha");
        all.put(
                "majority(key, \"most\", \"a minority of\", \"half of\")",
                "the word that fits a proportion against one half");
        all.put("fig(\"id\"), tab(\"id\")", "a pointer, \"Figure 2\"");
        all.put(
                "cite(\"id\", ...)",
                "a citation of one or more references, a raised number; it stands behind the full stop or comma");
        all.put("<@figure id=\"...\"/>, <@table id=\"...\"/>", "places a figure or table; numbered in this order");
        all.put("<@claims/>", "published claims with their verdicts");
        all.put("<@methods/>", "the procedures that were used, with their references");
        all.put("<@constants/>", "the declared constants with their reasons");
        all.put("<@references/>", "the cited sources");
        all.put("<@ledger/>", "the ledger entries behind the numbers shown");
        all.put("<@provenance/>", "hashes of inputs, versions, seeds");
        all.put("<@verification/>", "what was verified, in a form that a reviewer can sign");
        return all;
    }

    private interface Function {
        TemplateModel call(List<?> arguments) throws TemplateModelException;
    }

    private void function(String name, Function function) {
        variables.put(name, (TemplateMethodModelEx) arguments -> function.call(arguments));
    }

    /** Words that were looked at where they are declared. */
    private static Markup plain(String text) {
        return new Markup() {
            @Override
            String markdown() {
                return RenderingState.of(Environment.getCurrentEnvironment())
                        .fragments()
                        .token(() -> Xml.escape(text));
            }
        };
    }

    private void sequence(String name, List<String> values) {
        variables.put(
                name, new SimpleSequence(values.stream().map(SimpleScalar::new).toList(), null));
    }

    @Override
    public @Nullable TemplateModel get(String name) {
        TemplateModel known = variables.get(name);
        if (known != null) {
            return known;
        }
        if (!model.ledger().below(name).isEmpty()) {
            return new LedgerNode(model.ledger(), name);
        }
        RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
        List<String> names = new ArrayList<>(model.ledger().children(""));
        names.addAll(variables.keySet());
        state.error("unknown-name", "nothing here is called `" + name + "`", Suggestions.hint(name, names));
        return Unknown.INSTANCE;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Stands for a name that does not exist; whatever is asked of it, it says nothing more. */
    private static final class Unknown extends Markup
            implements TemplateHashModel, TemplateMethodModelEx, TemplateDirectiveModel {
        static final Unknown INSTANCE = new Unknown();

        @Override
        String markdown() {
            return "";
        }

        @Override
        public TemplateModel get(String key) {
            return this;
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public Object exec(@SuppressWarnings("rawtypes") List arguments) {
            return this;
        }

        @Override
        public void execute(
                Environment environment,
                @SuppressWarnings("rawtypes") Map parameters,
                TemplateModel[] loop,
                freemarker.template.@Nullable TemplateDirectiveBody body) {}
    }

    private static String text(List<?> arguments, int index) throws TemplateModelException {
        if (index < arguments.size() && arguments.get(index) instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        throw new TemplateModelException("expected a text in quotes as argument " + (index + 1));
    }

    private static String textOr(List<?> arguments, int index, String otherwise) throws TemplateModelException {
        return index < arguments.size() ? text(arguments, index) : otherwise;
    }

    private static LedgerNode node(List<?> arguments, int index) throws TemplateModelException {
        if (index < arguments.size() && arguments.get(index) instanceof LedgerNode node) {
            return node;
        }
        if (index < arguments.size() && arguments.get(index) instanceof Unknown) {
            throw new TemplateModelException("the ledger has no such key");
        }
        throw new TemplateModelException("expected a ledger key as argument " + (index + 1));
    }

    private static LedgerEntry entry(LedgerNode node) throws TemplateModelException {
        return node.entry()
                .orElseThrow(() -> new TemplateModelException("`" + node.path() + "` is not a number of the ledger"));
    }

    private static Optional<Double> value(LedgerEntry entry) {
        return entry.value() instanceof Computed<Double> computed ? Optional.of(computed.value()) : Optional.empty();
    }

    /** Words that stand for an entry: they link to it, and it counts as shown. */
    private Markup bound(LedgerEntry entry, String words) {
        return new Markup() {
            @Override
            String markdown() {
                RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
                state.shown().add(entry.key().text());
                return state.fragments().token(() -> model.composites().link(entry, words));
            }
        };
    }

    private Markup inWords(LedgerNode node, boolean capital) throws TemplateModelException {
        LedgerEntry entry = entry(node);
        String words = value(entry)
                .filter(v -> v == Math.rint(v) && Math.abs(v) < 1e9)
                .flatMap(v -> NumberScanner.word(v.longValue()))
                .orElse(entry.display());
        return bound(entry, capital ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words);
    }

    private Markup absolute(LedgerNode node) throws TemplateModelException {
        LedgerEntry entry = entry(node);
        String minus = model.style().minus();
        String shown = entry.displayInProse();
        return bound(entry, shown.startsWith(minus) ? shown.substring(minus.length()) : shown);
    }

    /** Tells if words are said of a number that they cannot be said of. */
    private void check(String function, Wording wording, LedgerEntry entry) {
        if (!wording.suits(entry)) {
            RenderingState.of(Environment.getCurrentEnvironment())
                    .error(
                            "wrong-kind",
                            "`" + function + "` is said of " + wording.needs() + "; `" + entry.key() + "` is "
                                    + entry.description(),
                            wording.instead(model.ledger(), entry).map(k -> "did you mean `" + k + "`?"));
        }
    }

    private Markup direction(List<?> arguments) throws TemplateModelException {
        LedgerEntry entry = entry(node(arguments, 0));
        check("direction", Wording.DIRECTION, entry);
        int sign = Wording.sign(entry).orElse(0);
        String words = sign < 0
                ? textOr(arguments, 1, "decreased")
                : sign > 0 ? textOr(arguments, 2, "increased") : textOr(arguments, 3, "did not change");
        return bound(entry, words);
    }

    private Markup significant(List<?> arguments) throws TemplateModelException {
        LedgerEntry entry = entry(node(arguments, 0));
        check("significant", Wording.SIGNIFICANCE, entry);
        double alpha = arguments.size() > 3 && arguments.get(3) instanceof TemplateNumberModel number
                ? number.getAsNumber().doubleValue()
                : 0.05;
        boolean significant = value(entry).map(p -> p < alpha).orElse(false);
        return bound(
                entry, significant ? textOr(arguments, 1, "a significant") : textOr(arguments, 2, "no significant"));
    }

    private Markup majority(List<?> arguments) throws TemplateModelException {
        LedgerEntry entry = entry(node(arguments, 0));
        check("majority", Wording.MAJORITY, entry);
        double share = value(entry).orElse(0.5);
        String words = share > 0.5
                ? textOr(arguments, 1, "most")
                : share < 0.5 ? textOr(arguments, 2, "a minority of") : textOr(arguments, 3, "half of");
        return bound(entry, words);
    }

    private Markup pointer(Exhibits.Kind kind, String id) {
        RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
        if (!known(state, kind, id)) {
            return Markup.of("");
        }
        SourceLocation here = state.here();
        return Markup.of(state.fragments().token(() -> {
            if (kind != Exhibits.Kind.REFERENCE && !exhibits.isPlaced(kind, id)) {
                state.error(
                        here,
                        "not-placed",
                        "this points at " + kind.noun() + " `" + id + "`, which the manuscript does not place",
                        Optional.of("place it with `<@" + kind.noun() + " id=\"" + id + "\"/>`"));
            }
            return exhibits.pointer(kind, id);
        }));
    }

    private boolean known(RenderingState state, Exhibits.Kind kind, String id) {
        Set<String> ids = Set.copyOf(exhibits.ids(kind));
        if (!ids.contains(id)) {
            state.error(
                    "unknown-" + kind.noun(),
                    "study.yaml has no " + kind.noun() + " `" + id + "`",
                    Suggestions.hint(id, exhibits.ids(kind)));
            return false;
        }
        return true;
    }

    private Markup cite(List<?> arguments) throws TemplateModelException {
        StringBuilder markdown = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            String id = text(arguments, i);
            RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
            if (known(state, Exhibits.Kind.REFERENCE, id)) {
                exhibits.place(Exhibits.Kind.REFERENCE, id);
            }
            markdown.append(i > 0 ? state.fragments().token(() -> "<sup>,</sup>") : "")
                    .append(pointer(Exhibits.Kind.REFERENCE, id).markdown());
        }
        return Markup.of(markdown.toString());
    }

    private void directive(String name, Exhibits.Kind kind) {
        variables.put(name, (TemplateDirectiveModel) (environment, parameters, loop, body) -> {
            Object id = parameters.get("id");
            if (!(id instanceof TemplateScalarModel text)) {
                throw new TemplateModelException("expected `<@" + name + " id=\"...\"/>`");
            }
            if (known(RenderingState.of(environment), kind, text.getAsString())) {
                exhibits.place(kind, text.getAsString());
                place(environment, kind, text.getAsString());
            }
        });
    }

    private void place(Environment environment, Exhibits.Kind kind, String id) throws java.io.IOException {
        String token = RenderingState.of(environment).fragments().token(() -> exhibits.block(kind, id));
        environment.getOut().write("\n\n" + token + "\n\n");
    }
}
