package gameday.pipeline.settings;

import gameday.contract.PipelineEnvironment;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Database;
import gameday.process.HelpChatProduct;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the pipeline was started with. What it is printed as shows no secret.
 *
 * @param modChat empty if the event has no Mod chat
 * @param playbook what the event file says
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
  /**
   * Where webhooks come in.
   *
   * @param host an address of this machine
   * @param port 0 for any that is free
   */
  public record Listen(String host, int port) {}

  /**
   * How Slack is reached.
   *
   * @param apiUrl ends in {@code /api/}
   * @param channel the event channel's id
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

  /**
   * How the Help chat is reached, and known to be itself.
   *
   * @param url without a slash at the end
   * @param account the product's own word for whose conversations these are: an account, a bot or
   *     an app
   */
  public record HelpChat(
      HelpChatProduct product, String url, String token, String account, String webhookSecret) {
    @Override
    public String toString() {
      return product + " at " + url;
    }
  }

  /**
   * How the Mod chat is reached, and known to be itself.
   *
   * @param url without a slash at the end
   */
  public record ModChat(String url, String token, String webhookSecret) {
    @Override
    public String toString() {
      return "Mod chat at " + url;
    }
  }

  /** What must not be seen anywhere; none is empty. */
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
    /** Nothing is wrong with them as far as can be told without calling anybody. */
    record Good(Settings settings) implements Result {}

    /**
     * They can't be used.
     *
     * @param faults all of them, a sentence each; at least one
     */
    record Bad(List<String> faults) implements Result {}
  }

  /** Reads the variables and the event file; makes the state's folder if it isn't there. */
  public static Result read(PipelineEnvironment environment) {
    return new SettingsReader(environment).read();
  }
}
