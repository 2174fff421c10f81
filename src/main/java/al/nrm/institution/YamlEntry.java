package al.nrm.institution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One block of keys and values of the directory file: whatever is wrong with a value is refused with its line. */
final class YamlEntry {
    private final Node block;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlEntry(Node node, Predicate<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(node, "here belong keys with their values");
        }
        block = node;
        for (NodeTuple pair : mapping.getValue()) {
            String key = scalar(pair.getKeyNode());
            if (!known.test(key)) {
                throw refusal(pair.getKeyNode(), "'" + key + "' is not a known key");
            }
            if (values.put(key, pair.getValueNode()) != null) {
                throw refusal(pair.getKeyNode(), "'" + key + "' stands there twice");
            }
        }
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Node node(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw refusal(block, "'" + key + "' is missing");
        }
        return value;
    }

    String text(String key) {
        String text = scalar(node(key));
        if (text.isBlank()) {
            throw refusal(node(key), "'" + key + "' is empty");
        }
        return text;
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(node(key), "'" + key + "' is true or false");
        };
    }

    List<Node> list(String key) {
        if (!(node(key) instanceof SequenceNode sequence)) {
            throw refusal(node(key), "'" + key + "' is a list");
        }
        return sequence.getValue();
    }

    /** The words of a list in their order, each with the place where it stands. */
    Map<String, Node> words(String key) {
        Map<String, Node> words = new LinkedHashMap<>();
        for (Node node : list(key)) {
            if (words.put(scalar(node), node) != null) {
                throw refusal(node, "'" + scalar(node) + "' stands there twice");
            }
        }
        return words;
    }

    private static String scalar(Node node) {
        if (!(node instanceof ScalarNode word)) {
            throw refusal(node, "here belongs a single word or text");
        }
        return word.getValue();
    }

    static IllegalStateException refusal(Node where, String sentence) {
        return refusal(where.getStartMark().getLine(), sentence);
    }

    /** Refuses the file; the line is counted from 0, as the parser does. */
    static IllegalStateException refusal(int line, String sentence) {
        return new IllegalStateException("institutions.yaml, line " + (line + 1) + ": " + sentence + ".");
    }
}
