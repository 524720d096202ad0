package gameday.preflight;

import static gameday.preflight.CheckName.HELP_CHAT_PERSON;
import static gameday.preflight.CheckName.HELP_CHAT_TOKEN;
import static gameday.preflight.CheckName.HELP_CHAT_WEBHOOK;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.contract.PipelinePath;
import gameday.contract.PipelineVariable;
import gameday.preflight.HttpLine.Heard;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMember;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The help chat's token, agents and webhooks, each product in its own way. */
final class HelpChatChecks {
  private static final String TOKEN = "HELP_CHAT_TOKEN";

  /** Events without which a pipeline hears nothing of agents. */
  private static final List<String> EVENTS =
      List.of("message_created", "conversation_status_changed", "conversation_updated");

  private final Scenario scenario;
  private final List<StaffMember> agents;
  private final Optional<URI> pipeline;
  private final PreflightSettings settings;
  private final Pace pace;
  private final Findings findings;

  HelpChatChecks(
      PreflightSettings settings, List<StaffMember> agents, Pace pace, Findings findings) {
    this.scenario = settings.scenario();
    this.agents = agents;
    this.pipeline = settings.pipeline();
    this.settings = settings;
    this.pace = pace;
    this.findings = findings;
  }

  /** An agent as the product lists them. */
  private record Listed(boolean canWork, String found) {}

  void look() throws InterruptedException {
    switch (settings.product()) {
      case CHATWOOT -> chatwoot();
      case INTERCOM -> intercom();
      case SMARTLOOP -> smartloop();
    }
  }

  private HttpLine line(Map<String, String> headers) {
    return new HttpLine(settings.text(PipelineVariable.HELP_CHAT_URL), headers, pace);
  }

  private String token() {
    return settings.text(PipelineVariable.HELP_CHAT_TOKEN);
  }

  private String account() {
    return settings.text(PipelineVariable.HELP_CHAT_ACCOUNT);
  }

  // ---- Chatwoot ----

  private void chatwoot() throws InterruptedException {
    HttpLine line = line(Map.of("api_access_token", token()));
    if (!isTaken(line.get("/api/v1/profile"), "the user's access token")) {
      return;
    }
    String account = "/api/v1/accounts/" + URLEncoder.encode(account(), StandardCharsets.UTF_8);
    Optional<JsonNode> listed = list(line.get(account + "/agents"), "account " + account());
    listed.ifPresent(
        all -> {
          Map<String, Listed> byEmail = new HashMap<>();
          for (JsonNode agent : all) {
            boolean confirmed = agent.path("confirmed").asBoolean(false);
            byEmail.put(
                email(agent),
                new Listed(confirmed, confirmed ? "an agent" : "invited, has not accepted"));
          }
          callRoll(byEmail, "not invited");
        });
    if (listed.isPresent() && findings.wants(HELP_CHAT_WEBHOOK)) {
      webhooks(line.get(account + "/webhooks"));
    }
  }

  private void webhooks(Answer<Heard> answer) {
    String account = "account " + account();
    switch (answer) {
      case Answer.Good<Heard> good ->
          webhooks(good.value().json().path("payload").path("webhooks"));
      case Answer.Refused<Heard> no ->
          findings.warning(
              HELP_CHAT_WEBHOOK,
              account,
              "can't be listed: " + no.word(),
              "take an administrator's token, or look in Settings, Integrations, Webhooks");
      case Answer.Silent<Heard> silent ->
          findings.unknown(HELP_CHAT_WEBHOOK, account, silent.why());
    }
  }

  private void webhooks(JsonNode all) {
    Optional<String> wanted = pipeline.map(base -> shown(base.resolve(PipelinePath.HELP_CHAT)));
    for (JsonNode webhook : all) {
      String url = shown(webhook.path("url").asText());
      if (wanted.map(url::equals).orElse(url.endsWith(PipelinePath.HELP_CHAT))) {
        subscribed(webhook, url);
        return;
      }
    }
    findings.missing(
        HELP_CHAT_WEBHOOK,
        wanted.orElse("…" + PipelinePath.HELP_CHAT),
        all.isEmpty() ? "there is no webhook" : "they go to " + addresses(all),
        "add one in Settings, Integrations, Webhooks, to the pipeline's public URL");
  }

  private static String addresses(JsonNode all) {
    String first = shown(all.get(0).path("url").asText());
    return all.size() == 1 ? first : first + " and " + (all.size() - 1) + " more";
  }

  private void subscribed(JsonNode webhook, String url) {
    List<String> events =
        webhook.path("subscriptions").valueStream().map(JsonNode::asText).toList();
    List<String> lacking = EVENTS.stream().filter(event -> !events.contains(event)).toList();
    if (lacking.isEmpty()) {
      findings.ok(HELP_CHAT_WEBHOOK, url, "is told of messages and conversations");
    } else {
      findings.missing(
          HELP_CHAT_WEBHOOK,
          url,
          "is not told of " + String.join(", ", lacking),
          "tick these events");
    }
  }

  private static String shown(String url) {
    try {
      return shown(URI.create(url));
    } catch (IllegalArgumentException e) {
      return "no URL";
    }
  }

  /** Without what may be a secret in it. */
  private static String shown(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getPath();
  }

  // ---- Intercom ----

  private void intercom() throws InterruptedException {
    HttpLine line =
        line(
            Map.of(
                "Authorization", "Bearer " + token(),
                "Intercom-Version", "2.11",
                "Accept", "application/json"));
    if (!isTaken(line.get("/me"), "the app's access token")) {
      return;
    }
    list(line.get("/admins"), "the workspace")
        .ifPresent(
            all -> {
              Map<String, Listed> byEmail = new HashMap<>();
              for (JsonNode admin : all.path("admins")) {
                boolean seat = admin.path("has_inbox_seat").asBoolean(true);
                byEmail.put(email(admin), new Listed(seat, seat ? "a teammate" : "no inbox seat"));
              }
              callRoll(byEmail, "no teammate: not invited, or has not accepted");
            });
    findings.skipped(HELP_CHAT_WEBHOOK, "Intercom tells nobody its webhooks; see the app's page");
  }

  // ---- Smartloop ----

  private void smartloop() throws InterruptedException {
    HttpLine line = line(Map.of("x-api-key", token()));
    String query = "{\"query\":\"{__typename}\"}";
    if (isTaken(line.post("/v1/graphql", query, Map.of()), "the API key")) {
      findings.warning(
          HELP_CHAT_PERSON,
          agents.size() + " agents",
          "Smartloop tells nobody who its agents are",
          "have each of them answer a test question");
    }
    findings.skipped(HELP_CHAT_WEBHOOK, "Smartloop tells nobody its webhooks");
  }

  // ---- all of them ----

  private boolean isTaken(Answer<Heard> answer, String what) {
    switch (answer) {
      case Answer.Good<Heard> good -> {
        findings.ok(HELP_CHAT_TOKEN, TOKEN, "taken by " + settings.product().word());
        return true;
      }
      case Answer.Refused<Heard> no ->
          findings.missing(HELP_CHAT_TOKEN, TOKEN, "refused: " + no.word(), "take " + what);
      case Answer.Silent<Heard> silent ->
          findings.unknown(HELP_CHAT_TOKEN, TOKEN, "HELP_CHAT_URL " + silent.why());
    }
    findings.skipped(HELP_CHAT_PERSON, "the help chat can't be asked");
    findings.skipped(HELP_CHAT_WEBHOOK, "the help chat can't be asked");
    return false;
  }

  private Optional<JsonNode> list(Answer<Heard> answer, String where) {
    switch (answer) {
      case Answer.Good<Heard> good -> {
        return Optional.of(good.value().json());
      }
      case Answer.Refused<Heard> no ->
          findings.missing(
              HELP_CHAT_TOKEN,
              where,
              "its agents can't be listed: " + no.word(),
              "see HELP_CHAT_ACCOUNT, and whether the token may read them");
      case Answer.Silent<Heard> silent -> findings.unknown(HELP_CHAT_PERSON, where, silent.why());
    }
    findings.skipped(HELP_CHAT_WEBHOOK, "the account can't be looked at");
    return Optional.empty();
  }

  private static String email(JsonNode person) {
    return person.path("email").asText().toLowerCase(Locale.ROOT);
  }

  private void callRoll(Map<String, Listed> byEmail, String absent) {
    for (StaffMember agent : agents) {
      Listed listed = byEmail.getOrDefault(agent.email(), new Listed(false, absent));
      String subject = Subject.of(agent);
      if (listed.canWork()) {
        findings.ok(HELP_CHAT_PERSON, subject, listed.found());
      } else {
        String remedy =
            byEmail.containsKey(agent.email())
                ? "have them accept the help chat's invitation"
                : "invite " + agent.email() + " to the help chat";
        findings.missing(
            HELP_CHAT_PERSON, subject, listed.found(), Subject.remedy(scenario, agent, remedy));
      }
    }
  }
}
