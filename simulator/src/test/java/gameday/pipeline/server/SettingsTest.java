package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static Map<String, String> wrong(Path dir) throws Exception {
    Path event = Files.writeString(dir.resolve("event.json"), "{}");
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "-1");
    environment.put("SLACK_API_URL", "https://slack.com/");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("SLACK_SIGNING_SECRET", " ");
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("HELP_CHAT_PROVIDER", "zendesk");
    environment.put("HELP_CHAT_URL", "ftp://chat.example");
    environment.put("HELP_CHAT_TOKEN", "token");
    environment.put("HELP_CHAT_ACCOUNT", "1");
    environment.put("MOD_CHAT_URL", "http://127.0.0.1:1");
    environment.put("MOD_CHAT_TOKEN", "token");
    environment.put("MOD_CHAT_WEBHOOK_SECRET", "secret");
    environment.put("GAMEDAY_SPEED", "fast");
    environment.put("GAMEDAY_EVENT", event.toString());
    environment.put("GAMEDAY_STATE_DIR", event.resolve("state").toString());
    environment.put("GAMEDAY_DATABASE_URL", "jdbc:mysql://db/gameday?password=hunter2");
    return environment;
  }

  @Test
  void endsWith64AndNamesEveryFaultAtOnce(@TempDir Path dir) throws Exception {
    Map<String, String> environment = wrong(dir);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream stderr = System.err;

    int code;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      code = PipelineMain.run(environment);
    } finally {
      System.setErr(stderr);
    }

    String told = written.toString(StandardCharsets.UTF_8);
    List<String> faults =
        List.of(
            "PORT must be a number from 0 to 65535, was '-1'",
            "SLACK_API_URL must end in /api/, was 'https://slack.com'",
            "SLACK_SIGNING_SECRET is missing",
            "HELP_CHAT_PROVIDER must be chatwoot, smartloop or intercom, was 'zendesk'",
            "HELP_CHAT_URL must be an http or https URL, was 'ftp://chat.example'",
            "HELP_CHAT_WEBHOOK_SECRET is missing",
            "GAMEDAY_SPEED must be above 0 and at most 100000, was 'fast'",
            "GAMEDAY_EVENT: " + dir.resolve("event.json") + ": ",
            "GAMEDAY_STATE_DIR: can't make " + dir.resolve("event.json/state"),
            "GAMEDAY_DATABASE_URL must hold no password (GAMEDAY_DATABASE_PASSWORD does), was 'jdbc:mysql://db/gameday'");
    assertEquals(64, code);
    faults.forEach(fault -> assertTrue(told.contains("pipeline: " + fault), told));
    assertTrue(told.lines().allMatch(line -> faults.stream().anyMatch(line::contains)), told);
  }
}
