package gameday.mocks.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's example is a test of its own, which this holds to its word. */
class ReadmeTest {
  private static final String BEGIN = "<!-- example: junit -->\n```java\n";
  private static final String END = "```\n<!-- end -->";

  @Test
  void showsTheExampleThatIsTested() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    String shown = readme.substring(begin, readme.indexOf(END, begin));

    Path source = Path.of("src/test/java/gameday/mocks/example/GreetingTest.java");
    String tested = Files.readString(source).replaceFirst("package [^;]*;\n\n", "");
    assertEquals(tested, shown);
  }
}
