package gameday.scenario.yaml;

import gameday.scenario.yaml.Fault.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file, and where its values stand. */
final class Faults {
  private final String source;
  private final List<Fault> all = new ArrayList<>();
  private final Map<String, Position> positions = new LinkedHashMap<>();
  private int unread;

  Faults(String source) {
    this.source = source;
  }

  /** A value that can't be read. */
  void unreadable(Node at, String message) {
    unread++;
    add(at, message);
  }

  void add(Node at, String message) {
    add(at.getStartMark(), message);
  }

  void add(Mark at, String message) {
    // Nodes made from a --set flag carry the flag as their name.
    if (at.getName().startsWith(SetFlag.FLAG)) {
      all.add(new Fault(at.getName(), Optional.empty(), message));
    } else {
      all.add(new Fault(source, Optional.of(position(at)), message));
    }
  }

  void add(String override, String message) {
    all.add(new Fault(override, Optional.empty(), message));
  }

  void add(String message) {
    all.add(new Fault(source, Optional.empty(), message));
  }

  void remember(String path, Node node) {
    if (!node.getStartMark().getName().startsWith(SetFlag.FLAG)) {
      positions.put(path, position(node.getStartMark()));
    }
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** How many values could not be read so far. */
  int unread() {
    return unread;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** In the file's order; those of flags and of the whole file first. */
  List<Fault> all() {
    return all.stream().sorted(Fault.IN_FILE_ORDER).toList();
  }

  Map<String, Position> positions() {
    return positions;
  }
}
