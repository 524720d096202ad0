package gameday.saboteur.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.verdict.ExitCode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SabotagedPipelineTest {
  private static final Map<String, String> LOOPBACK =
      Map.of(
          "SLACK_API_URL", "http://127.0.0.1:1/slack/api/",
          "HELP_CHAT_URL", "http://127.0.0.1:1",
          "MOD_CHAT_URL", "http://localhost:1/modchat");

  @ParameterizedTest
  @ValueSource(
      strings = {"https://slack.com/api/", "http://192.0.2.7:8080/api/", "http://", "", "no url"})
  void refusesToRunAgainstAnythingButLoopback(String slack) {
    Map<String, String> elsewhere = new HashMap<>(LOOPBACK);
    elsewhere.put("SLACK_API_URL", slack);

    assertEquals(ExitCode.USAGE.code(), SabotagedPipeline.run(elsewhere, "drops-answers", "1"));
  }

  @Test
  void refusesWhatIsNoSaboteurOfThePipeline() {
    assertEquals(ExitCode.USAGE.code(), SabotagedPipeline.run(LOOPBACK, "nobody", "1"));
    assertEquals(
        ExitCode.USAGE.code(), SabotagedPipeline.run(LOOPBACK, "agent-calls-tech-support", "1"));
    assertEquals(ExitCode.USAGE.code(), SabotagedPipeline.run(LOOPBACK, "drops-answers"));
  }
}
