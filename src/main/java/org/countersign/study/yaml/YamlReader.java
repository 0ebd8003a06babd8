package org.countersign.study.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML document into nodes that know their places. Builds no objects, resolves no tags, follows no address. */
public final class YamlReader {

    private static final int MAX_NODES = 200_000;
    private static final int DEEPEST = 100;

    private final String file;
    private final String text;
    private final int[] codePoints;
    private final Diagnostics diagnostics = new Diagnostics();
    private int nodes;
    private int depth;

    private YamlReader(String file, String text) {
        this.file = file;
        this.text = text;
        this.codePoints = text.codePoints().toArray();
    }

    /**
     * @param file path as the user would type it
     * @param text the file's content
     * @return the document's root, a mapping
     * @throws StudyException if it is not YAML, a key stands twice in a mapping, or the root is not a mapping
     */
    public static YamlNode.Mapping read(String file, String text) {
        return new YamlReader(file, text).read();
    }

    private YamlNode.Mapping read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(8_000_000)
                .build();
        Node root;
        try {
            root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new StudyException(Diagnostic.error(
                            "empty-file",
                            SourceLocation.of(file),
                            "the file is empty",
                            "write at least `title:` and `datasets:`; `countersign new DIR` makes a working example")));
        } catch (MarkedYamlEngineException e) {
            throw new StudyException(syntaxError(e));
        } catch (YamlEngineException e) {
            throw new StudyException(
                    Diagnostic.error("yaml-syntax", SourceLocation.of(file), oneLine(String.valueOf(e.getMessage()))));
        } catch (StackOverflowError e) {
            throw new StudyException(
                    Diagnostic.error("yaml-too-large", SourceLocation.of(file), "the values are nested too deep"));
        }
        YamlNode converted = convert(root);
        diagnostics.throwIfErrors();
        if (converted instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new StudyException(Diagnostic.error(
                "wrong-type",
                converted.location(),
                "expected keys and values (`title: ...`), found " + converted.describe()));
    }

    private Diagnostic syntaxError(MarkedYamlEngineException e) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        SourceLocation place = mark == null
                ? SourceLocation.of(file)
                : SourceLocation.of(file, mark.getLine() + 1, mark.getColumn() + 1);
        String problem = oneLine(e.getProblem() == null ? "not YAML" : e.getProblem());
        String context = e.getContext() == null ? "" : oneLine(e.getContext()) + ", ";
        return Diagnostic.error(
                "yaml-syntax",
                place,
                context + problem,
                "check the indentation (spaces, never tabs), a missing colon, an unclosed quote or bracket;"
                        + " text with `: ` or ` #` in it needs quotes");
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    private YamlNode convert(Node node) {
        if (++depth > DEEPEST) {
            throw new StudyException(Diagnostic.error(
                    "yaml-too-large",
                    location(node),
                    "nested more than " + DEEPEST + " deep; does an alias hold itself?"));
        }
        YamlNode converted = convertOne(node);
        depth--;
        return converted;
    }

    private YamlNode convertOne(Node node) {
        if (++nodes > MAX_NODES) {
            throw new StudyException(Diagnostic.error(
                    "yaml-too-large",
                    location(node),
                    "more than " + MAX_NODES + " values; aliases may have multiplied them"));
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            return new YamlNode.Sequence(items, location(node));
        }
        return scalar((ScalarNode) node);
    }

    private YamlNode.Mapping mapping(MappingNode mapping) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        List<YamlNode.Entry> merged = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                diagnostics.error("wrong-type", location(tuple.getKeyNode()), "expected a word as the key");
                continue;
            }
            YamlNode.Scalar key = scalar(keyNode);
            if (key.plain() && key.text().equals("<<")) {
                merged.addAll(merged(tuple.getValueNode()));
                continue;
            }
            SourceLocation first = seen.putIfAbsent(key.text(), key.location());
            if (first != null) {
                diagnostics.error(
                        "duplicate-key",
                        key.location(),
                        "`" + key.text() + "` stands here a second time; the first is on line " + first.line(),
                        "keep one of the two");
            }
            entries.add(new YamlNode.Entry(key, convert(tuple.getValueNode())));
        }
        for (YamlNode.Entry entry : merged) {
            if (!seen.containsKey(entry.key().text())) {
                entries.add(entry);
            }
        }
        return new YamlNode.Mapping(entries, location(mapping));
    }

    /** What {@code <<: *anchor} brings in; the mapping's own keys come first. */
    private List<YamlNode.Entry> merged(Node node) {
        if (node instanceof MappingNode source) {
            return mapping(source).entries();
        }
        diagnostics.error("wrong-type", location(node), "`<<` takes a mapping that has an anchor, `<<: *name`");
        return List.of();
    }

    private YamlNode.Scalar scalar(ScalarNode node) {
        SourceLocation at = location(node);
        int start = node.getStartMark().map(Mark::getIndex).orElse(0);
        int end = node.getEndMark().map(Mark::getIndex).orElse(start);
        String raw = new String(codePoints, start, Math.max(0, Math.min(end, codePoints.length) - start));
        return new YamlNode.Scalar(
                node.getValue(),
                node.getScalarStyle() == ScalarStyle.PLAIN,
                at,
                new SourceSpan(file, raw, Math.max(at.line(), 1), Math.max(at.column(), 1)));
    }

    private SourceLocation location(Node node) {
        return node.getStartMark()
                .map(mark -> SourceLocation.of(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(SourceLocation.of(file));
    }
}
