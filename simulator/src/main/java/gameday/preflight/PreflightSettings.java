package gameday.preflight;

import gameday.contract.PipelineVariable;
import gameday.process.HelpChatProduct;
import gameday.scenario.Scenario;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is looked at, and with what.
 *
 * @param scenario whose event and staff
 * @param environment the contract's variables by name, {@link PipelineVariable}; what is blank or
 *     absent is not set
 * @param wanted which checks
 * @param pipeline base URL of a pipeline that runs
 * @param port where to listen for Slack's events; empty if nowhere
 * @param patience how long an event may take to come
 * @param clock this machine's
 * @param apart how long between two calls to one service at least
 */
public record PreflightSettings(
    Scenario scenario,
    Map<String, String> environment,
    Set<CheckName> wanted,
    Optional<URI> pipeline,
    OptionalInt port,
    Duration patience,
    Clock clock,
    Duration apart) {
  private static final Set<CheckName> OF_SLACK =
      EnumSet.range(CheckName.SLACK_TOKEN, CheckName.SLACK_EVENTS);
  private static final Set<CheckName> OF_HELP_CHAT =
      EnumSet.range(CheckName.HELP_CHAT_TOKEN, CheckName.HELP_CHAT_WEBHOOK);

  public PreflightSettings {
    environment = Map.copyOf(environment);
    wanted = Set.copyOf(wanted);
  }

  /** All checks, no pipeline, no listening, 30 s, four calls a second. */
  public static PreflightSettings of(Scenario scenario, Map<String, String> environment) {
    return new PreflightSettings(
        scenario,
        environment,
        EnumSet.allOf(CheckName.class),
        Optional.empty(),
        OptionalInt.empty(),
        Duration.ofSeconds(30),
        Clock.systemUTC(),
        Duration.ofMillis(250));
  }

  /** The variable's value; an empty text if it is not set. */
  String text(PipelineVariable variable) {
    return environment.getOrDefault(variable.name(), "").strip();
  }

  boolean has(PipelineVariable variable) {
    return !text(variable).isEmpty();
  }

  /** Base of Slack's Web API; the real one unless told otherwise. */
  String slackApi() {
    String given = text(PipelineVariable.SLACK_API_URL);
    return given.isEmpty() ? "https://slack.com/api/" : given.replaceAll("/+$", "") + "/";
  }

  /** The help chat's product, once there are no faults. */
  HelpChatProduct product() {
    return known(text(PipelineVariable.HELP_CHAT_PROVIDER)).orElseThrow();
  }

  private static Optional<HelpChatProduct> known(String word) {
    return Arrays.stream(HelpChatProduct.values())
        .filter(product -> product.word().equals(word))
        .findFirst();
  }

  boolean wantsAny(Set<CheckName> names) {
    return wanted.stream().anyMatch(names::contains);
  }

  boolean wantsSlack() {
    return wantsAny(OF_SLACK);
  }

  boolean wantsHelpChat() {
    return wantsAny(OF_HELP_CHAT);
  }

  /** What is wrong with them, a sentence each, never with a secret's value. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (wantsSlack()) {
      needs(faults, PipelineVariable.SLACK_BOT_TOKEN, PipelineVariable.SLACK_CHANNEL);
      isUrl(faults, PipelineVariable.SLACK_API_URL);
    }
    if (wantsHelpChat()) {
      needs(
          faults,
          PipelineVariable.HELP_CHAT_PROVIDER,
          PipelineVariable.HELP_CHAT_URL,
          PipelineVariable.HELP_CHAT_TOKEN);
      isUrl(faults, PipelineVariable.HELP_CHAT_URL);
      providerFits(faults);
    }
    if (wanted.contains(CheckName.MOD_CHAT_TOKEN)) {
      isUrl(faults, PipelineVariable.MOD_CHAT_URL);
    }
    if (port.isPresent() && wanted.contains(CheckName.SLACK_EVENTS)) {
      needs(faults, PipelineVariable.SLACK_SIGNING_SECRET);
    }
    return faults;
  }

  private void providerFits(List<String> faults) {
    String word = text(PipelineVariable.HELP_CHAT_PROVIDER);
    Optional<HelpChatProduct> product = known(word);
    if (product.isEmpty() && !word.isEmpty()) {
      faults.add("HELP_CHAT_PROVIDER must be chatwoot, smartloop or intercom, was '" + word + "'");
    }
    product
        .filter(told -> told != scenario.helpChat())
        .ifPresent(
            told ->
                faults.add(
                    "HELP_CHAT_PROVIDER is %s, but the scenario's help-chat.provider is %s"
                        .formatted(told.word(), scenario.helpChat().word())));
    if (product.isPresent() && product.get() != HelpChatProduct.INTERCOM) {
      needs(faults, PipelineVariable.HELP_CHAT_ACCOUNT);
    }
  }

  private void needs(List<String> faults, PipelineVariable... variables) {
    for (PipelineVariable variable : variables) {
      if (!has(variable)) {
        faults.add(variable + " is not set");
      }
    }
  }

  private void isUrl(List<String> faults, PipelineVariable variable) {
    if (has(variable) && !isHttp(text(variable))) {
      faults.add(variable + " must be an http or https URL, was '" + text(variable) + "'");
    }
  }

  private static boolean isHttp(String text) {
    try {
      URI url = URI.create(text);
      return url.getHost() != null && List.of("http", "https").contains(url.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  // ---- the same with one thing different ----

  /** Only these checks. */
  public PreflightSettings looking(Set<CheckName> names) {
    return new PreflightSettings(
        scenario, environment, names, pipeline, port, patience, clock, apart);
  }

  /** With a pipeline that runs there. */
  public PreflightSettings at(URI url) {
    return new PreflightSettings(
        scenario, environment, wanted, Optional.of(url), port, patience, clock, apart);
  }

  /** Listening for Slack's events on that port, all addresses; 0 for any free one. */
  public PreflightSettings listening(int on) {
    return new PreflightSettings(
        scenario, environment, wanted, pipeline, OptionalInt.of(on), patience, clock, apart);
  }

  /** With that long a wait for events. */
  public PreflightSettings waiting(Duration longest) {
    return new PreflightSettings(
        scenario, environment, wanted, pipeline, port, longest, clock, apart);
  }

  /** By another clock, and at another pace. */
  public PreflightSettings by(Clock other, Duration between) {
    return new PreflightSettings(
        scenario, environment, wanted, pipeline, port, patience, other, between);
  }
}
