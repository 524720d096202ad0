package gameday.pipeline.settings;

import gameday.contract.EventFile;
import gameday.contract.InvalidEventFile;
import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Database;
import gameday.process.HelpChatProduct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads settings and finds everything that is wrong with them; a secret is never repeated. */
final class SettingsReader {
  private final Sayings said;

  SettingsReader(PipelineEnvironment environment) {
    this.said = new Sayings(environment);
  }

  Settings.Result read() {
    Settings.Listen listen = new Settings.Listen(host(), port());
    boolean bySocket =
        said.choice(PipelineVariable.SLACK_MODE, List.of("http", "socket")).equals("socket");
    Settings.Slack slack =
        new Settings.Slack(
            slackUrl(),
            botToken(),
            bySocket
                ? said.value(PipelineVariable.SLACK_SIGNING_SECRET)
                : said.signature(PipelineVariable.SLACK_SIGNING_SECRET),
            channel(),
            bySocket ? Optional.of(appToken()) : Optional.empty());
    Settings.HelpChat helpChat =
        new Settings.HelpChat(
            product(),
            said.url(PipelineVariable.HELP_CHAT_URL),
            said.token(PipelineVariable.HELP_CHAT_TOKEN),
            said.text(PipelineVariable.HELP_CHAT_ACCOUNT),
            said.signature(PipelineVariable.HELP_CHAT_WEBHOOK_SECRET));
    Optional<Settings.ModChat> modChat = modChat();
    double speed = speed();
    said.choice(PipelineVariable.GAMEDAY_LOG, List.of("logfmt", "json"));
    Optional<Playbook> playbook = playbook();
    Optional<Path> stateDir = stateDir();
    Optional<Database> database = database(stateDir);
    if (!said.faults().isEmpty() || playbook.isEmpty() || database.isEmpty()) {
      return new Settings.Result.Bad(said.faults());
    }
    return new Settings.Result.Good(
        new Settings(listen, slack, helpChat, modChat, playbook.get(), speed, database.get()));
  }

  private String botToken() {
    String value = said.token(PipelineVariable.SLACK_BOT_TOKEN);
    if (value.startsWith("xapp-")) {
      said.fault(
          PipelineVariable.SLACK_BOT_TOKEN,
          "be the bot's token, xoxb-...",
          "this one is for SLACK_APP_TOKEN");
    }
    return value;
  }

  private String appToken() {
    String value = said.value(PipelineVariable.SLACK_APP_TOKEN);
    if (value.isEmpty() && !said.isSet(PipelineVariable.SLACK_APP_TOKEN)) {
      said.fault(
          "SLACK_APP_TOKEN is missing: SLACK_MODE=socket needs it; set it or SLACK_APP_TOKEN_FILE,"
              + " or SLACK_MODE=http");
    } else if (said.token(PipelineVariable.SLACK_APP_TOKEN).startsWith("xoxb-")) {
      said.fault(
          PipelineVariable.SLACK_APP_TOKEN,
          "be app-level, xapp-...",
          "this one is for SLACK_BOT_TOKEN");
    }
    return value;
  }

  private String channel() {
    String value = said.text(PipelineVariable.SLACK_CHANNEL);
    if (!value.isEmpty() && !value.matches("[CG][A-Z0-9]+")) {
      said.fault(
          PipelineVariable.SLACK_CHANNEL,
          "be a channel's id",
          "Slack shows it at the end of the channel's details");
    }
    return value;
  }

  private String slackUrl() {
    String value = said.url(PipelineVariable.SLACK_API_URL);
    if (!value.isEmpty() && !value.endsWith("/api")) {
      said.fault(
          PipelineVariable.SLACK_API_URL, "end in /api/", "write e.g. https://slack.com/api/");
    }
    return value + "/";
  }

  private String host() {
    String value = said.value(PipelineVariable.HOST);
    try {
      InetAddress.getByName(value);
    } catch (UnknownHostException e) {
      said.fault(
          PipelineVariable.HOST,
          "be an address of this machine",
          "write e.g. 127.0.0.1 or 0.0.0.0");
    }
    return value;
  }

  private int port() {
    String value = said.text(PipelineVariable.PORT);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      if (value.isEmpty()) {
        return 0;
      }
    }
    said.fault(PipelineVariable.PORT, "be a number from 0 to 65535", "write e.g. PORT=3000");
    return 0;
  }

  private double speed() {
    try {
      double speed = Double.parseDouble(said.value(PipelineVariable.GAMEDAY_SPEED));
      if (speed > 0 && speed <= 100_000) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // Reported below, with the value.
    }
    said.fault(
        PipelineVariable.GAMEDAY_SPEED,
        "be above 0 and at most 100000",
        "leave it out for a real event");
    return 1;
  }

  private HelpChatProduct product() {
    String value = said.text(PipelineVariable.HELP_CHAT_PROVIDER);
    Optional<HelpChatProduct> product =
        Arrays.stream(HelpChatProduct.values())
            .filter(candidate -> candidate.word().equals(value))
            .findFirst();
    if (product.isEmpty() && !value.isEmpty()) {
      said.fault(
          PipelineVariable.HELP_CHAT_PROVIDER,
          "be chatwoot, smartloop or intercom",
          "write e.g. chatwoot");
    }
    return product.orElse(HelpChatProduct.CHATWOOT);
  }

  private Optional<Settings.ModChat> modChat() {
    List<PipelineVariable> all =
        List.of(
            PipelineVariable.MOD_CHAT_URL,
            PipelineVariable.MOD_CHAT_TOKEN,
            PipelineVariable.MOD_CHAT_WEBHOOK_SECRET);
    List<PipelineVariable> lacking = all.stream().filter(one -> !said.isSet(one)).toList();
    if (lacking.size() == all.size()) {
      return Optional.empty();
    }
    if (!lacking.isEmpty()) {
      List<PipelineVariable> there = all.stream().filter(one -> !lacking.contains(one)).toList();
      said.fault(
          String.join(" and ", lacking.stream().map(Enum::name).toList())
              + (lacking.size() == 1 ? " is" : " are")
              + " missing, though "
              + there.getFirst()
              + " is set; set all three of MOD_CHAT_*, or none for an event without Mod chat");
      return Optional.empty();
    }
    return Optional.of(
        new Settings.ModChat(
            said.url(PipelineVariable.MOD_CHAT_URL),
            said.token(PipelineVariable.MOD_CHAT_TOKEN),
            said.signature(PipelineVariable.MOD_CHAT_WEBHOOK_SECRET)));
  }

  private Optional<Playbook> playbook() {
    String value = said.text(PipelineVariable.GAMEDAY_EVENT);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Playbook.of(EventFile.read(Path.of(value))));
    } catch (IOException | InvalidPathException e) {
      said.fault("GAMEDAY_EVENT: can't read " + value + " (" + e + ")");
    } catch (InvalidEventFile e) {
      e.faults().forEach(fault -> said.fault("GAMEDAY_EVENT: " + value + ": " + fault));
    }
    return Optional.empty();
  }

  private Optional<Database> database(Optional<Path> stateDir) {
    String url = said.value(PipelineVariable.GAMEDAY_DATABASE_URL);
    if (url.isEmpty()) {
      return stateDir.map(Database.Sqlite::new);
    }
    Database.Postgres postgres =
        new Database.Postgres(
            url,
            said.value(PipelineVariable.GAMEDAY_DATABASE_USER),
            said.value(PipelineVariable.GAMEDAY_DATABASE_PASSWORD));
    postgres.fault().ifPresent(why -> said.fault("GAMEDAY_DATABASE_URL " + why));
    return Optional.of(postgres);
  }

  private Optional<Path> stateDir() {
    String value = said.text(PipelineVariable.GAMEDAY_STATE_DIR);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path dir = Files.createDirectories(Path.of(value));
      if (!Files.isWritable(dir)) {
        said.fault(
            PipelineVariable.GAMEDAY_STATE_DIR,
            "be a folder that can be written",
            "see to its permissions");
      }
      return Optional.of(dir);
    } catch (IOException | InvalidPathException e) {
      said.fault("GAMEDAY_STATE_DIR: can't make " + value + " (" + e + ")");
      return Optional.empty();
    }
  }
}
