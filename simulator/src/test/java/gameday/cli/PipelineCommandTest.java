package gameday.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.EnvironmentFile;
import gameday.contract.PipelineVariable;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference pipeline alone, as a program. */
class PipelineCommandTest {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);

  @TempDir private Path folder;

  @Test
  void itsHelpTellsEveryVariable() {
    String help = Program.run("pipeline", "--help").out();

    for (PipelineVariable variable : PipelineVariable.values()) {
      String mark = variable.isNeeded() ? "* " : "  ";
      List<String> lines = help.lines().filter(it -> it.startsWith(mark + variable + " ")).toList();
      assertEquals(1, lines.size(), variable + " in " + help);
      assertFalse(variable.meaning().isBlank(), variable.name());
    }
    assertTrue(help.contains("default: https://slack.com/api/"), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
  }

  @Test
  void runsFromAFileOfVariablesAndASecretInAFileUntilItIsEnded() throws Exception {
    try (Mocks mocks = Mocks.start(MockSettings.standard())) {
      int port = freePort();
      Path token = Files.writeString(folder.resolve("token"), slackToken(mocks) + "\n");
      Map<String, String> variables = variables(mocks, port);
      variables.remove("SLACK_BOT_TOKEN");
      variables.put("SLACK_BOT_TOKEN_FILE", token.toString());
      Path file = folder.resolve("pipeline.env");
      EnvironmentFile.write(variables, file);

      try (Child child = Child.start(folder, "pipeline", "--env-file", file.toString())) {
        await().atMost(STARTS_WITHIN).until(() -> ready(port) == 200);
        child.signal("TERM");

        assertEquals(143, child.awaitEnd(ENDS_WITHIN), child.err());
        List<String> lines = child.err().lines().toList();
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"time\":\"")), child.err());
        assertTrue(lines.getLast().contains("\"event\":\"stopped\""), child.err());
        assertFalse(child.err().contains(slackToken(mocks)), child.err());
      }
    }
  }

  @Test
  void saysAllThatIsWrongWithAFileOfVariables() throws Exception {
    Path file = Files.writeString(folder.resolve("a.env"), "PROT=1\nSLACK_BOT_TOKEN='hush\n");

    try (Child child = Child.start(folder, "pipeline", "--env-file", file.toString())) {
      assertEquals(64, child.awaitEnd(STARTS_WITHIN));
      String told = child.err();
      assertTrue(told.contains("pipeline: " + file + ":1: no pipeline knows PROT; did you"), told);
      assertTrue(told.contains("pipeline: " + file + ":2: SLACK_BOT_TOKEN has a quote"), told);
      assertTrue(told.contains("pipeline: PORT is missing: "), told);
      assertFalse(told.contains("hush"), told);
    }
  }

  @Test
  void endsWhenItsPortIsTaken() throws Exception {
    try (Mocks mocks = Mocks.start(MockSettings.standard());
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file = folder.resolve("pipeline.env");
      EnvironmentFile.write(variables(mocks, taken.getLocalPort()), file);

      try (Child child = Child.start(folder, "pipeline", "--env-file", file.toString())) {
        assertEquals(1, child.awaitEnd(STARTS_WITHIN), child.err());
        String why = "can't listen on 127.0.0.1:" + taken.getLocalPort() + "; is the port taken?";
        assertTrue(child.err().contains(why), child.err());
        assertTrue(child.err().lines().allMatch(line -> line.startsWith("{\"")), child.err());
      }
    }
  }

  private Map<String, String> variables(Mocks mocks, int port) {
    Map<String, String> variables = new HashMap<>(mocks.environment());
    variables.put("PORT", Integer.toString(port));
    variables.put("SLACK_CHANNEL", mocks.slack().createChannel("horizon"));
    variables.put("GAMEDAY_LOG", "json");
    variables.put("GAMEDAY_EVENT", Program.file("event.json"));
    variables.put("GAMEDAY_STATE_DIR", folder.resolve("state").toString());
    return variables;
  }

  private static String slackToken(Mocks mocks) {
    return mocks.environment().get("SLACK_BOT_TOKEN");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static int ready(int port) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/ready");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }
}
