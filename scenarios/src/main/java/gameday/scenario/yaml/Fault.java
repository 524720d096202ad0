package gameday.scenario.yaml;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is wrong with a scenario file.
 *
 * @param source the file's name, or the {@code --set} flag
 * @param position where in the file; empty for a flag
 * @param message what is wrong, what was expected and what to write
 */
public record Fault(String source, Optional<Position> position, String message) {
  /** The order of a file; faults of flags and of the whole file come first. */
  public static final Comparator<Fault> IN_FILE_ORDER =
      Comparator.comparing(
          fault -> fault.position().orElse(new Position(0, 0)),
          Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Position(int line, int column) {
    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  /** As in {@code keynote-rush.yaml:14:9: rate must be positive, …}. */
  @Override
  public String toString() {
    return source + position.map(at -> ":" + at).orElse("") + ": " + message;
  }
}
