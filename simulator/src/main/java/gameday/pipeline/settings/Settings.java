package gameday.pipeline.settings;

import gameday.contract.PipelineEnvironment;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Database;
import gameday.process.HelpChatProduct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the pipeline was started with.
 *
 * @param modChat empty if the event has no Mod chat
 * @param speed seconds of event time in a second
 * @param database where what was learnt is kept
 */
public record Settings(
    Listen listen,
    Slack slack,
    HelpChat helpChat,
    Optional<ModChat> modChat,
    Playbook playbook,
    double speed,
    Database database) {
  /** Where webhooks come in. */
  public record Listen(String host, int port) {}

  /**
   * How Slack is reached.
   *
   * @param signingSecret empty if events come by Socket Mode alone
   * @param appToken for Socket Mode; empty if events come by HTTP
   */
  public record Slack(
      String apiUrl,
      String botToken,
      String signingSecret,
      String channel,
      Optional<String> appToken) {
    @Override
    public String toString() {
      return "Slack at " + apiUrl;
    }
  }

  public record HelpChat(
      HelpChatProduct product, String url, String token, String account, String webhookSecret) {
    @Override
    public String toString() {
      return product + " at " + url;
    }
  }

  public record ModChat(String url, String token, String webhookSecret) {
    @Override
    public String toString() {
      return "Mod chat at " + url;
    }
  }

  /** What must not be seen anywhere. */
  public List<String> secrets() {
    return Stream.of(
            Stream.of(slack.botToken(), slack.signingSecret()),
            slack.appToken().stream(),
            Stream.of(helpChat.token(), helpChat.webhookSecret()),
            modChat.stream().flatMap(chat -> Stream.of(chat.token(), chat.webhookSecret())),
            database instanceof Database.Postgres postgres
                ? Stream.of(postgres.password())
                : Stream.<String>empty())
        .flatMap(some -> some)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  /** Settings, or everything that is wrong with them. */
  public sealed interface Result {
    record Good(Settings settings) implements Result {}

    record Bad(List<String> faults) implements Result {}
  }

  public static Result read(Map<String, String> environment) {
    return read(PipelineEnvironment.of(environment));
  }

  public static Result read(PipelineEnvironment environment) {
    return new SettingsReader(environment).read();
  }
}
