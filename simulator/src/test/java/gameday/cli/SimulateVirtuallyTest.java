package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with days that are really played. */
class SimulateVirtuallyTest {
  @TempDir Path folder;

  private Ran simulate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("simulate", "--faults"));
    all.addAll(List.of("--keep", folder.resolve("kept").toString()));
    all.addAll(List.of(arguments));
    return Program.run(all.toArray(String[]::new));
  }

  @Test
  void theHonestPipelineSurvivesFortyDaysTheSameOnAnyNumberOfThreads() {
    Ran one = simulate("--seeds", "1..40", "--threads", "1");
    Ran two = simulate("--seeds", "1..40", "--threads", "2");

    assertEquals(0, one.code(), one::out);
    assertEquals(one.out(), two.out());
    assertTrue(one.out().endsWith("no violation in 40 seeds (exit 0)\n"), one::out);
    assertTrue(one.out().lines().noneMatch(line -> line.startsWith("no seed exercised")), one::out);
  }

  @ParameterizedTest
  @CsvSource({"literal-at-here,template-complete", "posts-again-without-looking,escalated-once"})
  void findsASaboteurAndMakesItsDaySmall(String saboteur, String rule) throws Exception {
    Path json = folder.resolve("found.json");

    Ran ran =
        simulate(
            "--seeds",
            "1..60",
            "--stop-after",
            "1",
            "--sabotage",
            saboteur,
            "--json",
            json.toString());

    assertEquals(3, ran.code(), ran::out);
    JsonNode day = new ObjectMapper().readTree(json.toFile()).path("failing").path(0);
    assertEquals(rule, day.path("violations").path(0).path("rule").asText(), ran::out);
    JsonNode shrunk = day.path("shrunk");
    assertTrue(shrunk.path("minimal").asBoolean(), ran::out);
    assertEquals(1, shrunk.path("questions").asInt(), ran::out);
    String file = shrunk.path("file").asText();
    Ran again = simulate(file, "--as-written", "--sabotage", saboteur, "--no-shrink");
    Ran honest = simulate(file, "--as-written");
    assertEquals(3, again.code(), again::out);
    assertTrue(again.out().contains(" violates " + rule), again::out);
    assertEquals(0, honest.code(), honest::out);
    assertTrue(
        Files.readString(Path.of(file)).contains(" --as-written --sabotage " + saboteur), file);
  }
}
