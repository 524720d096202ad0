package gameday.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documentation's pages, as a newcomer gets them. */
public final class Pages {
  /** The repository's root; tests run in their module's folder. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Path DOCS = ROOT.resolve("docs");

  private Pages() {}

  /** A fenced block of code: the language after its fence, and its lines. */
  public record Block(String language, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** README, CONTRIBUTING and every page below docs. */
  public static List<Path> all() {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      List<Path> pages = new ArrayList<>();
      pages.add(ROOT.resolve("README.md"));
      pages.add(ROOT.resolve("CONTRIBUTING.md"));
      // Whoever follows your-own-pipeline.md has other people's pages below docs.
      docs.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("node_modules"))
          .sorted()
          .forEach(pages::add);
      return List.copyOf(pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path page(String name) {
    return DOCS.resolve(name);
  }

  /** A page's text. */
  public static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page's blocks of code, in order. */
  public static List<Block> blocks(Path page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String language = "";
    boolean inside = false;
    for (String line : text(page).lines().toList()) {
      if (line.strip().startsWith("```")) {
        if (inside) {
          blocks.add(new Block(language, List.copyOf(lines)));
        }
        lines.clear();
        language = line.strip().substring(3);
        inside = !inside;
      } else if (inside) {
        lines.add(line);
      }
    }
    return blocks;
  }

  /** Blocks of one language. */
  static List<Block> blocks(String page, String language) {
    return blocks(page(page)).stream().filter(block -> block.language().equals(language)).toList();
  }

  /** Holds a generated page to its source; {@code -Dgolden=update} writes it anew. */
  static void check(String name, String generated) throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(page(name), generated);
    }
    assertEquals(generated, text(page(name)), "run the build with -Dgolden=update and look");
  }
}
