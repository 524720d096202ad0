package gameday.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A section of a scenario, asked for its settings one by one.
 *
 * <p>Two kinds of it exist: one reads a YAML mapping and gathers faults, the other reads nothing
 * and records what is asked for, which is the schema. After a fault the value returned is a
 * stand-in to go on with, so that one reading finds all faults.
 */
interface Fields {
  /** The setting's value, or its default. */
  <T> T get(Setting<T> setting);

  /** The setting's value, if it is there; a default, if any, is only told to readers. */
  <T> Optional<T> find(Setting<T> setting);

  /** A section inside this one; if absent, it is read as if it were empty. */
  <T> T section(String key, String doc, Function<Fields, T> reading);

  /** A section inside this one, if it is there. */
  <T> Optional<T> findSection(String key, String doc, Function<Fields, T> reading);

  /** A list of sections, if it is there. */
  <T> Optional<List<T>> findSections(String key, String doc, Function<Fields, T> reading);

  /** A list of plain values; empty if absent. The setting's kind is that of one value. */
  <T> List<T> values(Setting<T> setting);

  /** A mapping from free names to values, in the file's order, if it is there. */
  <T> Optional<Map<String, T>> findTable(Setting<T> setting);

  /**
   * Records a fault unless {@code holds}. Says nothing where a value of this section could not be
   * read, since what doesn't hold might be the stand-in.
   *
   * @param key where the fault is
   * @param message what is wrong and what to do, complete
   */
  void check(boolean holds, String key, Supplier<String> message);
}
