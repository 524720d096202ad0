package gameday.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page shows of its programs is in them, and they use what is tested. */
class OwnPipelinePageTest {
  private static final Path FOLDER = Pages.ROOT.resolve("docs").resolve("your-own-pipeline");
  private static final Path PAGE = Pages.page("your-own-pipeline.md");
  private static final Map<String, Path> PROGRAMS =
      Map.of(
          "js", FOLDER.resolve("pipeline.mjs"),
          "java", FOLDER.resolve("java/src/main/java/Pipeline.java"));

  @Test
  void everyPieceShownIsInTheProgram() {
    List<Pages.Block> pieces =
        Pages.blocks(PAGE).stream().filter(b -> PROGRAMS.containsKey(b.language())).toList();

    assertTrue(pieces.size() >= 12, pieces::toString);
    for (Pages.Block piece : pieces) {
      String program = Pages.text(PROGRAMS.get(piece.language()));
      assertTrue(program.contains(piece.text()), piece::text);
    }
  }

  @Test
  void theProgramsUseTheVersionsThatAreTested() throws Exception {
    String parent = Pages.text(Pages.ROOT.resolve("pom.xml"));
    String own = Pages.text(FOLDER.resolve("java/pom.xml"));

    assertEquals(
        property(parent, "jackson.version"),
        first(own, "<artifactId>jackson-databind</artifactId>\\s*<version>([^<]+)"));
    assertEquals(
        bolt(Pages.ROOT.resolve("mocks/src/test/node/package.json")),
        bolt(FOLDER.resolve("package.json")));
  }

  private static String bolt(Path packageJson) throws Exception {
    JsonNode json = new ObjectMapper().readTree(Pages.text(packageJson));
    return json.path("dependencies").path("@slack/bolt").asText();
  }

  private static String property(String pom, String name) {
    return first(pom, "<" + Pattern.quote(name) + ">([^<]+)");
  }

  private static String first(String text, String pattern) {
    MatchResult found = Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow();
    return found.group(1);
  }
}
