package gameday.scenario.yaml;

import gameday.scenario.Scenario;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenarios from YAML. */
public final class ScenarioFile {
  private ScenarioFile() {}

  /** Reads {@code file}; see {@link #read(String, String, List)}. */
  public static Loaded read(Path file, List<String> overrides) throws IOException {
    String source = file.getFileName().toString();
    if (Files.size(file) > YamlNodes.MOST_BYTES) {
      Faults faults = new Faults(source);
      faults.add("larger than 1 MiB, which no scenario is");
      return new Loaded.Faulty(faults.all());
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return read(source, text, overrides);
    } catch (CharacterCodingException notText) {
      Faults faults = new Faults(source);
      faults.add("not UTF-8 text; save it as UTF-8");
      return new Loaded.Faulty(faults.all());
    }
  }

  /** Reads {@code text} without overrides. */
  public static Loaded read(String source, String text) {
    return read(source, text, List.of());
  }

  /**
   * Reads a scenario.
   *
   * @param source the file's name, for messages; without its ending the scenario's default name
   * @param overrides settings to put in before reading, each as {@code path=value} with a YAML
   *     value
   * @return the scenario, or all its faults at once
   */
  public static Loaded read(String source, String text, List<String> overrides) {
    Faults faults = new Faults(source);
    try {
      Node root = YamlNodes.compose(source, new StringReader(text));
      if (root == null) {
        faults.add("empty, expected a scenario; start with 'title: …'");
        return new Loaded.Faulty(faults.all());
      }
      for (String override : overrides) {
        root = SetFlag.apply(faults, root, override);
      }
      Scenario scenario =
          NodeFields.read(faults, "", root, new ScenarioReading(name(source))::read);
      Loaded.Good read = new Loaded.Good(scenario, source, faults.positions());
      return faults.isEmpty() ? read : new Loaded.Faulty(faults.all(), Optional.of(read));
    } catch (MarkedYAMLException bad) {
      faults.add(bad.getProblemMark(), "not YAML: " + bad.getProblem());
      return new Loaded.Faulty(faults.all());
    } catch (YAMLException bad) {
      faults.add("not YAML within bounds: " + bad.getMessage());
      return new Loaded.Faulty(faults.all());
    }
  }

  /** The file's name without its ending, as a scenario's name. */
  private static String name(String source) {
    String name =
        source
            .replaceAll("\\.ya?ml$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return name.isEmpty() ? "scenario" : name;
  }
}
