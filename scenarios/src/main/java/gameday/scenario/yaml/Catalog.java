package gameday.scenario.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scenarios that ship with the program, from its folders {@code catalog} and {@code incidents};
 * a file put there is in the catalogue.
 */
public final class Catalog {
  private static final List<String> FOLDERS = List.of("catalog", "incidents");
  private static final String ENDING = ".yaml";

  private Catalog() {}

  /**
   * A scenario of the catalogue.
   *
   * @param name by which it is asked for
   * @param title one line for people
   */
  public record Listed(String name, String title) {}

  /** All of them, by name. */
  public static List<Listed> list() {
    return resources().entrySet().stream()
        .map(entry -> new Listed(entry.getKey(), title(entry.getKey(), entry.getValue())))
        .toList();
  }

  /** The YAML text of a scenario of the catalogue, to copy and change; empty if there is none. */
  public static Optional<String> text(String name) {
    return Optional.ofNullable(resources().get(name)).map(Catalog::textOf);
  }

  /**
   * Loads a scenario by its name, or by the path of a file.
   *
   * @param overrides settings to put in before reading, each as {@code path=value}
   */
  public static Loaded load(String nameOrPath, List<String> overrides) {
    Map<String, String> resources = resources();
    String resource = resources.get(nameOrPath);
    if (resource != null) {
      return ScenarioFile.read(nameOrPath + ENDING, textOf(resource), overrides);
    }
    try {
      Path file = Path.of(nameOrPath);
      if (Files.isRegularFile(file)) {
        return ScenarioFile.read(file, overrides);
      }
    } catch (InvalidPathException noPath) {
      // Told below, like any other name nobody knows.
    } catch (IOException trouble) {
      return unknown(nameOrPath, "can't be read: " + trouble.getMessage());
    }
    return unknown(
        nameOrPath,
        "no such scenario in the catalogue, and no such file"
            + Nearest.hint(nameOrPath, resources.keySet()));
  }

  private static Loaded unknown(String name, String message) {
    Faults faults = new Faults(name);
    faults.add(message);
    return new Loaded.Faulty(faults.all());
  }

  private static String title(String name, String resource) {
    return switch (ScenarioFile.read(name + ENDING, textOf(resource))) {
      case Loaded.Good good -> good.scenario().title();
      case Loaded.Faulty faulty -> faulty.faults().getFirst().toString();
    };
  }

  private static String textOf(String resource) {
    try (InputStream in = Catalog.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("vanished from the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** Resources by name of scenario. */
  private static Map<String, String> resources() {
    Map<String, String> found = new TreeMap<>();
    for (String folder : FOLDERS) {
      URL url = Catalog.class.getResource("/" + folder);
      if (url != null) {
        try {
          addFrom(folder, url.toURI(), found);
        } catch (IOException trouble) {
          throw new UncheckedIOException(trouble);
        } catch (URISyntaxException bug) {
          throw new IllegalStateException(bug);
        }
      }
    }
    return found;
  }

  private static void addFrom(String folder, URI place, Map<String, String> found)
      throws IOException {
    if (place.getScheme().equals("jar")) {
      // A file system of our own, since the jar's shared one may be open and closed by others.
      Path jar = Path.of(URI.create(place.getRawSchemeSpecificPart().replaceAll("!.*", "")));
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        addAll(folder, inside.getPath("/" + folder), found);
      }
    } else {
      addAll(folder, Path.of(place), found);
    }
  }

  private static void addAll(String folder, Path place, Map<String, String> found)
      throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .forEach(
              file ->
                  found.put(
                      file.substring(0, file.length() - ENDING.length()),
                      "/" + folder + "/" + file));
    }
  }
}
