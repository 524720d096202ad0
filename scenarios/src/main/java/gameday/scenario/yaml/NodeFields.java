package gameday.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A section that is a YAML mapping. */
final class NodeFields implements Fields {
  private record Pair(Node key, Node value) {}

  private final Faults faults;
  private final String path;
  private final Node node;
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final int unreadBefore;

  private NodeFields(Faults faults, String path, Node node) {
    this.faults = faults;
    this.path = path;
    this.node = node;
    this.unreadBefore = faults.unread();
  }

  /** Reads the section at {@code node}, and refuses what nobody asked for. */
  static <T> T read(Faults faults, String path, Node node, Function<Fields, T> reading) {
    NodeFields fields = new NodeFields(faults, path, node);
    fields.open();
    T read = reading.apply(fields);
    fields.refuseUnknown();
    return read;
  }

  private void open() {
    if (!(node instanceof MappingNode mapping)) {
      if (!isEmpty(node)) {
        faults.unreadable(node, name() + " must be a section of settings, was " + shown(node));
      }
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.unreadable(tuple.getKeyNode(), "a setting's name must be a word");
      } else if (pairs.containsKey(key.getValue())) {
        faults.unreadable(key, at(key.getValue()) + " is there twice; keep one");
      } else {
        pairs.put(key.getValue(), new Pair(key, tuple.getValueNode()));
        faults.remember(at(key.getValue()), tuple.getValueNode());
      }
    }
  }

  private void refuseUnknown() {
    pairs.forEach(
        (key, pair) -> {
          if (!asked.contains(key)) {
            faults.add(pair.key(), "unknown setting '" + at(key) + "'" + Nearest.hint(key, asked));
          }
        });
  }

  @Override
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .or(() -> setting.standard().map(setting.kind()::read))
        .orElseGet(
            () -> {
              missing(setting.key(), setting.kind().example(), setting.doc());
              return setting.kind().standIn();
            });
  }

  @Override
  public <T> Optional<T> find(Setting<T> setting) {
    return value(setting.key()).map(value -> scalar(setting, setting.key(), value));
  }

  @Override
  public <T> T section(String key, String doc, Function<Fields, T> reading) {
    Node inner = value(key).orElseGet(() -> nothingAt(node));
    return read(faults, at(key), inner, reading);
  }

  @Override
  public <T> Optional<T> findSection(String key, String doc, Function<Fields, T> reading) {
    return value(key).map(inner -> read(faults, at(key), inner, reading));
  }

  @Override
  public <T> Optional<List<T>> findSections(String key, String doc, Function<Fields, T> reading) {
    return value(key)
        .map(
            value -> {
              List<T> read = new ArrayList<>();
              for (Node item : items(key, value)) {
                read.add(read(faults, at(key) + "[" + read.size() + "]", item, reading));
              }
              return read;
            });
  }

  @Override
  public <T> List<T> values(Setting<T> setting) {
    List<T> values = new ArrayList<>();
    value(setting.key())
        .ifPresent(
            value -> {
              for (Node item : items(setting.key(), value)) {
                faults.remember(at(setting.key()) + "[" + values.size() + "]", item);
                values.add(scalar(setting, setting.key() + "[" + values.size() + "]", item));
              }
            });
    return values;
  }

  @Override
  public <T> Optional<Map<String, T>> findTable(Setting<T> setting) {
    return value(setting.key())
        .map(
            value ->
                read(
                    faults,
                    at(setting.key()),
                    value,
                    fields -> ((NodeFields) fields).wholeTable(setting)));
  }

  private <T> Map<String, T> wholeTable(Setting<T> setting) {
    Map<String, T> table = new LinkedHashMap<>();
    pairs.forEach(
        (key, pair) -> {
          asked.add(key);
          table.put(key, scalar(setting, key, pair.value()));
        });
    return table;
  }

  @Override
  public void check(boolean holds, String key, Supplier<String> message) {
    if (!holds && faults.unread() == unreadBefore) {
      Pair pair = pairs.get(key);
      faults.add(pair == null ? node : pair.value(), message.get());
    }
  }

  private <T> T scalar(Setting<T> setting, String key, Node value) {
    String remedy = "; write e.g. '" + setting.key() + ": " + setting.kind().example() + "'";
    if (!(value instanceof ScalarNode scalar) || isEmpty(value)) {
      faults.unreadable(value, at(key) + " must be one value, was " + shown(value) + remedy);
      return setting.kind().standIn();
    }
    try {
      return setting.kind().read(scalar.getValue().strip());
    } catch (BadValueException bad) {
      faults.unreadable(
          value, key + " " + bad.getMessage() + ", was " + scalar.getValue().strip() + remedy);
      return setting.kind().standIn();
    }
  }

  private List<Node> items(String key, Node value) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (!isEmpty(value)) {
      faults.unreadable(
          value, at(key) + " must be a list, was " + shown(value) + "; start lines with '- '");
    }
    return List.of();
  }

  private void missing(String key, String example, String doc) {
    faults.unreadable(
        node, "missing '" + at(key) + "' (" + doc + "); write e.g. '" + key + ": " + example + "'");
  }

  private Optional<Node> value(String key) {
    asked.add(key);
    return Optional.ofNullable(pairs.get(key)).map(Pair::value);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String name() {
    return path.isEmpty() ? "a scenario" : path;
  }

  private static Node nothingAt(Node node) {
    return new ScalarNode(
        Tag.NULL,
        "",
        node.getStartMark(),
        node.getEndMark(),
        org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN);
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private static String shown(Node node) {
    return switch (node) {
      case ScalarNode scalar -> isEmpty(scalar) ? "nothing" : "'" + scalar.getValue() + "'";
      case SequenceNode sequence -> "a list";
      case MappingNode mapping -> "a section";
      default -> "something else";
    };
  }
}
