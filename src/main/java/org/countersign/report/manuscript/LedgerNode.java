package org.countersign.report.manuscript;

import freemarker.core.Environment;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.Composites;
import org.countersign.report.Xml;
import org.countersign.stats.Computed;

/** A key of the ledger, or the beginning of one, in a template: {@code change.ee_change.intervention}. */
final class LedgerNode extends Markup implements TemplateHashModel {

    private final Ledger ledger;
    private final String path;

    LedgerNode(Ledger ledger, String path) {
        this.ledger = ledger;
        this.path = path;
    }

    String path() {
        return path;
    }

    Optional<LedgerEntry> entry() {
        return ledger.get(path);
    }

    @Override
    public TemplateModel get(String name) {
        String longer = path + "." + name;
        if (!ledger.below(longer).isEmpty()) {
            return new LedgerNode(ledger, longer);
        }
        RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
        if (entry().isPresent()) {
            Optional<TemplateModel> property = property(entry().get(), name);
            if (property.isPresent()) {
                return property.get();
            }
        }
        if (name.equals("level")) {
            Optional<String> level = state.model().composites().level(path);
            if (level.isPresent()) {
                return Markup.of(state.fragments().token(level::get));
            }
        }
        if (Composites.NAMES.contains(name)) {
            return composite(state, name);
        }
        List<String> known = new ArrayList<>(ledger.children(path));
        known.addAll(state.model().composites().available(path));
        state.error("unknown-ledger-key", "the ledger has nothing at `" + longer + "`", Suggestions.hint(name, known));
        return new LedgerNode(ledger, longer);
    }

    private Optional<TemplateModel> property(LedgerEntry entry, String name) {
        return switch (name) {
            case "value" ->
                entry.value() instanceof Computed<Double> computed && Double.isFinite(computed.value())
                        ? Optional.of(new SimpleNumber(computed.value()))
                        : Optional.empty();
            case "label" -> Optional.of(words(entry.quantity().label()));
            case "subject" -> Optional.of(words(entry.subject()));
            case "key" -> Optional.of(new SimpleScalar(path));
            default -> Optional.empty();
        };
    }

    /** Words of the definition, which may hold digits that nobody counted. */
    private static Markup words(String text) {
        return Markup.of(RenderingState.of(Environment.getCurrentEnvironment())
                .fragments()
                .token(() -> Xml.escape(text)));
    }

    private Markup composite(RenderingState state, String name) {
        Optional<Composites.Composite> composite = state.model().composites().get(path, name);
        if (composite.isEmpty()) {
            state.error(
                    "unknown-ledger-key",
                    "`" + path + "` has not the numbers for `" + name + "`",
                    Optional.of(instead(state)));
            return Markup.of("");
        }
        return new Markup() {
            @Override
            String markdown() {
                state.shown().addAll(composite.get().keys());
                return state.fragments().token(() -> composite.get().xhtml());
            }
        };
    }

    private String instead(RenderingState state) {
        List<String> available = state.model().composites().available(path);
        List<String> below = ledger.children(path);
        return !available.isEmpty()
                ? "it has " + String.join(", ", available)
                : below.isEmpty()
                        ? "it is a number by itself: `${" + path + "}`"
                        : "it stands above " + String.join(", ", below.subList(0, Math.min(8, below.size())))
                                + (below.size() > 8 ? ", ..." : "") + "; go on with one of them";
    }

    /** A number is itself; anything above one is the composite that its analysis displays. */
    @Override
    String markdown() {
        RenderingState state = RenderingState.of(Environment.getCurrentEnvironment());
        Optional<LedgerEntry> entry = entry();
        if (entry.isPresent()) {
            state.shown().add(path);
            return state.fragments()
                    .token(() -> state.model()
                            .composites()
                            .link(entry.get(), entry.get().displayInProse()));
        }
        if (ledger.below(path).isEmpty()) {
            return "";
        }
        return composite(state, state.model().composites().defaultFor(path)).markdown();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
