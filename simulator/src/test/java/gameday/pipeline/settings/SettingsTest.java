package gameday.pipeline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir private Path dir;

  private Map<String, String> wrong() throws Exception {
    Path event = Files.writeString(dir.resolve("event.json"), "{}");
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "-1");
    environment.put("HOST", "nowhere.invalid");
    environment.put("SLACK_API_URL", "https://slack.com/");
    environment.put("SLACK_BOT_TOKEN", "xapp-hush");
    environment.put("SLACK_SIGNING_SECRET", " ");
    environment.put("SLACK_CHANNEL", "#horizon");
    environment.put("SLACK_MODE", "pigeon");
    environment.put("HELP_CHAT_PROVIDER", "zendesk");
    environment.put("HELP_CHAT_URL", "ftp://chat.example");
    environment.put("HELP_CHAT_TOKEN", "hush hush");
    environment.put("HELP_CHAT_ACCOUNT", "1");
    environment.put("MOD_CHAT_URL", "https://al:hush@mod.example");
    environment.put("MOD_CHAT_TOKEN", "hush");
    environment.put("MOD_CHAT_WEBHOOK_SECRET", "hush\u0007");
    environment.put("GAMEDAY_SPEED", "fast");
    environment.put("GAMEDAY_LOG", "xml");
    environment.put("GAMEDAY_EVENT", event.toString());
    environment.put("GAMEDAY_STATE_DIR", event.resolve("state").toString());
    environment.put("GAMEDAY_DATABASE_URL", "jdbc:mysql://db/gameday?password=hunter2");
    return environment;
  }

  private Map<String, String> right() throws Exception {
    Path event = dir.resolve("event.json");
    Events.HORIZON.write(event);
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "3000");
    environment.put("SLACK_BOT_TOKEN", "xoxb-hush");
    environment.put("SLACK_SIGNING_SECRET", "hush");
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("HELP_CHAT_PROVIDER", "chatwoot");
    environment.put("HELP_CHAT_URL", "https://chat.example/");
    environment.put("HELP_CHAT_TOKEN", "hush");
    environment.put("HELP_CHAT_ACCOUNT", "1");
    environment.put("HELP_CHAT_WEBHOOK_SECRET", "hush");
    environment.put("GAMEDAY_EVENT", event.toString());
    environment.put("GAMEDAY_STATE_DIR", dir.resolve("state").toString());
    return environment;
  }

  private static Settings good(Map<String, String> environment) {
    return switch (Settings.read(PipelineEnvironment.of(environment))) {
      case Settings.Result.Bad bad -> throw new AssertionError(bad.faults());
      case Settings.Result.Good good -> good.settings();
    };
  }

  private static List<String> faults(Map<String, String> environment) {
    return switch (Settings.read(PipelineEnvironment.of(environment))) {
      case Settings.Result.Bad bad -> bad.faults();
      case Settings.Result.Good good -> List.of();
    };
  }

  @Test
  void namesEveryFaultAtOnceAndNoSecret() throws Exception {
    List<String> told = faults(wrong());

    List<String> faults =
        List.of(
            "HOST must be an address of this machine, was 'nowhere.invalid'; write e.g.",
            "PORT must be a number from 0 to 65535, was '-1'; write e.g. PORT=3000",
            "SLACK_MODE must be http or socket, was 'pigeon'; write e.g. SLACK_MODE=http",
            "SLACK_API_URL must end in /api/, was 'https://slack.com/'",
            "SLACK_BOT_TOKEN must be the bot's token, xoxb-...; this one is for SLACK_APP_TOKEN",
            "SLACK_SIGNING_SECRET is missing: ",
            "SLACK_CHANNEL must be a channel's id, was '#horizon'",
            "HELP_CHAT_PROVIDER must be chatwoot, smartloop or intercom, was 'zendesk'",
            "HELP_CHAT_URL must be an http or https URL, was 'ftp://chat.example'",
            "HELP_CHAT_TOKEN must be printable ASCII without blanks; copy the token again",
            "HELP_CHAT_WEBHOOK_SECRET is missing: what the help chat signs its webhooks with; set it"
                + " or HELP_CHAT_WEBHOOK_SECRET_FILE",
            "MOD_CHAT_URL must have no user, query or fragment, was 'https://***@mod.example'",
            "MOD_CHAT_WEBHOOK_SECRET must be one line of text; copy the secret again",
            "GAMEDAY_SPEED must be above 0 and at most 100000, was 'fast'",
            "GAMEDAY_LOG must be logfmt or json, was 'xml'",
            "GAMEDAY_EVENT: " + dir.resolve("event.json") + ": ",
            "GAMEDAY_STATE_DIR: can't make " + dir.resolve("event.json/state"),
            "GAMEDAY_DATABASE_URL must hold no password (GAMEDAY_DATABASE_PASSWORD does), was 'jdbc:mysql://db/gameday'");
    for (String fault : faults) {
      assertTrue(told.stream().anyMatch(line -> line.startsWith(fault)), fault + " in " + told);
    }
    assertTrue(
        told.stream().allMatch(line -> faults.stream().anyMatch(line::startsWith)), told::toString);
    assertFalse(told.toString().contains("hush"), told::toString);
  }

  @Test
  void needsNoMoreThanWhatHasNoDefault() throws Exception {
    Settings settings = good(right());

    assertEquals(new Settings.Listen("127.0.0.1", 3000), settings.listen());
    assertEquals("https://slack.com/api/", settings.slack().apiUrl());
    assertEquals(Optional.empty(), settings.slack().appToken());
    assertEquals("https://chat.example", settings.helpChat().url());
    assertEquals(Optional.empty(), settings.modChat());
    assertEquals(1.0, settings.speed());
    assertFalse(settings.toString().contains("hush"), settings::toString);
  }

  @Test
  void everyVariableWithoutADefaultIsMissed() {
    List<String> missed =
        faults(Map.of()).stream().map(fault -> fault.replaceFirst(" .*", "")).sorted().toList();

    assertEquals(
        Stream.concat(
                Arrays.stream(PipelineVariable.values())
                    .filter(PipelineVariable::isNeeded)
                    .map(Enum::name),
                Stream.of("SLACK_SIGNING_SECRET"))
            .sorted()
            .toList(),
        missed);
  }

  @Test
  void socketModeNeedsTheAppTokenAndNoSigningSecret() throws Exception {
    Map<String, String> environment = right();
    environment.put("SLACK_MODE", "socket");
    environment.remove("SLACK_SIGNING_SECRET");

    List<String> without = faults(environment);
    environment.put("SLACK_APP_TOKEN", "xoxb-hush");
    List<String> swapped = faults(environment);
    environment.put("SLACK_APP_TOKEN", "xapp-1");

    assertEquals(1, without.size(), without::toString);
    assertTrue(without.getFirst().startsWith("SLACK_APP_TOKEN is missing: "), without::toString);
    assertEquals(
        List.of("SLACK_APP_TOKEN must be app-level, xapp-...; this one is for SLACK_BOT_TOKEN"),
        swapped);
    assertEquals(Optional.of("xapp-1"), good(environment).slack().appToken());
  }

  @Test
  void modChatIsToldWholeOrNotAtAll() throws Exception {
    Map<String, String> environment = right();
    environment.put("MOD_CHAT_TOKEN", "hush");

    assertEquals(
        List.of(
            "MOD_CHAT_URL and MOD_CHAT_WEBHOOK_SECRET are missing, though MOD_CHAT_TOKEN is set; set"
                + " all three of MOD_CHAT_*, or none for an event without Mod chat"),
        faults(environment));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:7070,",
    "http://127.8.9.10,",
    "http://[::1]:7070,",
    "http://localhost,",
    "https://chat.example,",
    "http://chat.example,refused",
    "http://10.0.0.7:3000,refused",
    "http://127.0.0.1.evil.example,refused",
    "http://localhost.evil.example,refused"
  })
  void noTokenGoesOverPlainHttpToAnotherMachine(String url, String refused) throws Exception {
    Map<String, String> environment = right();
    environment.put("HELP_CHAT_URL", url);

    assertEquals(
        refused == null
            ? List.of()
            : List.of(
                "HELP_CHAT_URL must be https, for a token goes there, was '"
                    + url
                    + "'; or set GAMEDAY_ALLOW_PLAIN_HTTP=true where nobody listens in"),
        faults(environment));
    environment.put("GAMEDAY_ALLOW_PLAIN_HTTP", "true");
    assertEquals(List.of(), faults(environment));
  }

  @Test
  void doesNotRepeatATokenThatGotIntoTheWrongVariable() throws Exception {
    Map<String, String> environment = right();
    environment.put("SLACK_CHANNEL", "xoxb-hush");

    List<String> faults = faults(environment);

    assertEquals(1, faults.size());
    assertFalse(faults.getFirst().contains("hush"), faults::toString);
  }

  @Test
  void saysInWhichFileAVariableIsWrong() throws Exception {
    Map<String, String> environment = right();
    environment.remove("PORT");
    Path file = Files.writeString(dir.resolve("a.env"), "# here\nPORT=http\n");

    Settings.Result result = Settings.read(PipelineEnvironment.of(environment, List.of(file)));

    String fault = " must be a number from 0 to 65535, was 'http'; write e.g. PORT=3000";
    assertEquals(new Settings.Result.Bad(List.of("PORT (" + file + ":2)" + fault)), result);
  }
}
