package gameday.scenario.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A setting given on the command line, as in {@code staff.client-team.agents=8}. It is put into the
 * file's nodes before they are read, so that it obeys the same rules and gets the same messages.
 */
final class SetFlag {
  static final String FLAG = "--set ";
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[[0-9]{1,6}\\])*)");
  private static final Pattern INDEX = Pattern.compile("\\[([0-9]+)\\]");

  private final Faults faults;
  private final String text;
  private final Mark mark;

  private SetFlag(Faults faults, String text) {
    this.faults = faults;
    this.text = text;
    this.mark = new Mark(FLAG + text, 0, 0, 0, new int[0], 0);
  }

  /** {@code root} with the setting in it; faults go to {@code faults}. */
  static Node apply(Faults faults, Node root, String text) {
    return new SetFlag(faults, text).applied(root);
  }

  private Node applied(Node root) {
    int equals = text.indexOf('=');
    Optional<List<String>> path = path(equals < 0 ? "" : text.substring(0, equals).strip());
    if (path.isEmpty()) {
      refuse("expected path=value; write e.g. '--set staff.client-team.agents=8'");
      return root;
    }
    try {
      Node value = YamlNodes.compose(FLAG + text, new StringReader(text.substring(equals + 1)));
      if (value == null) {
        refuse("needs a value after '='");
        return root;
      }
      return put(root, path.get(), marked(value));
    } catch (MarkedYAMLException bad) {
      refuse("the value is not YAML: " + bad.getProblem());
      return root;
    }
  }

  private static Optional<List<String>> path(String path) {
    List<String> steps = new ArrayList<>();
    for (String part : path.split("\\.", -1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches()) {
        return Optional.empty();
      }
      steps.add(step.group(1));
      INDEX.matcher(step.group(2)).results().map(index -> index.group()).forEach(steps::add);
    }
    return Optional.of(steps);
  }

  private Node put(Node at, List<String> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return step.startsWith("[")
        ? putItem(at, Integer.parseInt(step.substring(1, step.length() - 1)), rest, value)
        : putKey(at, step, rest, value);
  }

  private Node putKey(Node at, String key, List<String> rest, Node value) {
    if (!(at instanceof MappingNode mapping)) {
      if (at.getTag().equals(Tag.NULL)) {
        return putKey(emptyMapping(), key, rest, value);
      }
      refuse("'" + key + "' is asked of what is no section");
      return at;
    }
    List<NodeTuple> tuples = mapping.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      NodeTuple tuple = tuples.get(i);
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        tuples.set(i, new NodeTuple(tuple.getKeyNode(), put(tuple.getValueNode(), rest, value)));
        return mapping;
      }
    }
    tuples.add(new NodeTuple(scalar(Tag.STR, key), put(scalar(Tag.NULL, ""), rest, value)));
    return mapping;
  }

  private Node putItem(Node at, int index, List<String> rest, Node value) {
    List<Node> items =
        at instanceof SequenceNode sequence ? sequence.getValue() : new ArrayList<>();
    if (!(at instanceof SequenceNode) && !at.getTag().equals(Tag.NULL)) {
      refuse("[" + index + "] is asked of what is no list");
      return at;
    }
    if (index > items.size()) {
      refuse("[" + index + "] is beyond the list; write [0] to [" + items.size() + "]");
      return at;
    }
    if (index == items.size()) {
      items.add(put(scalar(Tag.NULL, ""), rest, value));
    } else {
      items.set(index, put(items.get(index), rest, value));
    }
    return at instanceof SequenceNode
        ? at
        : new SequenceNode(Tag.SEQ, true, items, mark, mark, FlowStyle.BLOCK);
  }

  /** The value with this flag as its place, deep down. */
  private Node marked(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar.getTag(), scalar.getValue());
      case SequenceNode sequence ->
          new SequenceNode(
              Tag.SEQ,
              true,
              new ArrayList<>(sequence.getValue().stream().map(this::marked).toList()),
              mark,
              mark,
              FlowStyle.BLOCK);
      case MappingNode mapping -> {
        MappingNode copy = emptyMapping();
        for (NodeTuple tuple : mapping.getValue()) {
          copy.getValue()
              .add(new NodeTuple(marked(tuple.getKeyNode()), marked(tuple.getValueNode())));
        }
        yield copy;
      }
      default -> node;
    };
  }

  private MappingNode emptyMapping() {
    return new MappingNode(Tag.MAP, true, new ArrayList<>(), mark, mark, FlowStyle.BLOCK);
  }

  private ScalarNode scalar(Tag tag, String value) {
    return new ScalarNode(tag, value, mark, mark, ScalarStyle.PLAIN);
  }

  private void refuse(String message) {
    faults.add(FLAG + text, message);
  }
}
