package gameday.pipeline.server;

import gameday.contract.EventFile;
import gameday.contract.InvalidEventFile;
import gameday.contract.PipelineVariable;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Database;
import gameday.process.HelpChatProduct;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pipeline was started with.
 *
 * @param speed seconds of event time in a second
 */
record Settings(
    int port,
    Slack slack,
    HelpChat helpChat,
    ModChat modChat,
    Playbook playbook,
    double speed,
    Database database) {
  record Slack(String apiUrl, String botToken, String signingSecret, String channel) {}

  record HelpChat(
      HelpChatProduct product, String url, String token, String account, String webhookSecret) {}

  record ModChat(String url, String token, String webhookSecret) {}

  /** Settings, or everything that is wrong with them. */
  sealed interface Result {
    record Good(Settings settings) implements Result {}

    record Bad(List<String> faults) implements Result {}
  }

  static Result read(Map<String, String> environment) {
    return new Reader(environment).read();
  }

  private static final class Reader {
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    Result read() {
      int port = port();
      Slack slack =
          new Slack(
              slackUrl(),
              text(PipelineVariable.SLACK_BOT_TOKEN),
              text(PipelineVariable.SLACK_SIGNING_SECRET),
              text(PipelineVariable.SLACK_CHANNEL));
      HelpChat helpChat =
          new HelpChat(
              product(),
              url(PipelineVariable.HELP_CHAT_URL),
              text(PipelineVariable.HELP_CHAT_TOKEN),
              text(PipelineVariable.HELP_CHAT_ACCOUNT),
              text(PipelineVariable.HELP_CHAT_WEBHOOK_SECRET));
      ModChat modChat =
          new ModChat(
              url(PipelineVariable.MOD_CHAT_URL),
              text(PipelineVariable.MOD_CHAT_TOKEN),
              text(PipelineVariable.MOD_CHAT_WEBHOOK_SECRET));
      double speed = speed();
      Optional<Playbook> playbook = playbook();
      Database database = database(stateDir());
      if (!faults.isEmpty() || playbook.isEmpty()) {
        return new Result.Bad(List.copyOf(faults));
      }
      return new Result.Good(
          new Settings(port, slack, helpChat, modChat, playbook.get(), speed, database));
    }

    private String text(PipelineVariable variable) {
      String value = environment.getOrDefault(variable.name(), "").strip();
      if (value.isEmpty()) {
        faults.add(variable + " is missing");
      }
      return value;
    }

    private String url(PipelineVariable variable) {
      String value = text(variable);
      if (!value.isEmpty() && !isHttp(value)) {
        faults.add(variable + " must be an http or https URL, was '" + value + "'");
      }
      return value.replaceAll("/+$", "");
    }

    private String slackUrl() {
      String value = url(PipelineVariable.SLACK_API_URL);
      if (!value.isEmpty() && !value.endsWith("/api")) {
        faults.add("SLACK_API_URL must end in /api/, was '" + value + "'");
      }
      return value + "/";
    }

    private static boolean isHttp(String value) {
      try {
        URI uri = URI.create(value);
        return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private int port() {
      String value = text(PipelineVariable.PORT);
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
      faults.add("PORT must be a number from 0 to 65535, was '" + value + "'");
      return 0;
    }

    private double speed() {
      String value = environment.getOrDefault(PipelineVariable.GAMEDAY_SPEED.name(), "1").strip();
      try {
        double speed = Double.parseDouble(value);
        if (speed > 0 && speed <= 100_000) {
          return speed;
        }
      } catch (NumberFormatException e) {
        // Reported below, with the value.
      }
      faults.add("GAMEDAY_SPEED must be above 0 and at most 100000, was '" + value + "'");
      return 1;
    }

    private HelpChatProduct product() {
      String value = text(PipelineVariable.HELP_CHAT_PROVIDER);
      Optional<HelpChatProduct> product =
          Arrays.stream(HelpChatProduct.values())
              .filter(candidate -> candidate.word().equals(value))
              .findFirst();
      if (product.isEmpty() && !value.isEmpty()) {
        faults.add(
            "HELP_CHAT_PROVIDER must be chatwoot, smartloop or intercom, was '" + value + "'");
      }
      return product.orElse(HelpChatProduct.CHATWOOT);
    }

    private Optional<Playbook> playbook() {
      String value = text(PipelineVariable.GAMEDAY_EVENT);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Playbook.of(EventFile.read(Path.of(value))));
      } catch (IOException e) {
        faults.add("GAMEDAY_EVENT: can't read " + value + " (" + e + ")");
      } catch (InvalidEventFile e) {
        e.faults().forEach(fault -> faults.add("GAMEDAY_EVENT: " + value + ": " + fault));
      }
      return Optional.empty();
    }

    private Database database(Path stateDir) {
      String url = optional(PipelineVariable.GAMEDAY_DATABASE_URL);
      if (url.isEmpty()) {
        return new Database.Sqlite(stateDir);
      }
      Database.Postgres postgres =
          new Database.Postgres(
              url,
              optional(PipelineVariable.GAMEDAY_DATABASE_USER),
              optional(PipelineVariable.GAMEDAY_DATABASE_PASSWORD));
      postgres.fault().ifPresent(why -> faults.add("GAMEDAY_DATABASE_URL " + why));
      return postgres;
    }

    private String optional(PipelineVariable variable) {
      return environment.getOrDefault(variable.name(), "").strip();
    }

    private Path stateDir() {
      Path dir = Path.of(text(PipelineVariable.GAMEDAY_STATE_DIR));
      try {
        return Files.createDirectories(dir);
      } catch (IOException e) {
        faults.add("GAMEDAY_STATE_DIR: can't make " + dir + " (" + e + ")");
        return dir;
      }
    }
  }
}
