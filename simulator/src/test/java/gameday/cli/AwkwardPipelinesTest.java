package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.AwkwardPipeline.Habit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that is no good is found out, in bounded time, and is not gameday's breakage. */
class AwkwardPipelinesTest {
  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void onePipelineRefusesEverything() throws Exception {
    List<String> violated = violated(Habit.REFUSES);

    assertEquals(List.of("no-question-lost", "polite-client"), violated);
  }

  @Test
  void anotherNeverAnswers() throws Exception {
    List<String> violated = violated(Habit.HANGS);

    assertTrue(violated.contains("no-question-lost"), violated::toString);
  }

  @Test
  void anotherDiesHalfWay() throws Exception {
    List<String> violated = violated(Habit.DIES);

    assertTrue(violated.contains("no-question-lost"), violated::toString);
  }

  private List<String> violated(Habit habit) throws Exception {
    try (Child child =
        Child.start(
            folder,
            "run",
            Program.tiny(),
            "--speed",
            "480",
            "--out",
            folder.toString(),
            "--pipeline",
            AwkwardPipeline.command(habit))) {

      int code = child.awaitEnd(BOUND);

      assertEquals("", child.err());
      assertFalse(child.out().contains("\tat "), child.out());
      JsonNode run =
          new ObjectMapper().readTree(folder.resolve("latest").resolve("run.json").toFile());
      assertEquals(3, code, () -> run.toPrettyString());
      return StreamSupport.stream(run.path("rules").spliterator(), false)
          .filter(rule -> rule.path("outcome").asText().equals("fail"))
          .map(rule -> rule.path("id").asText())
          .toList();
    }
  }
}
