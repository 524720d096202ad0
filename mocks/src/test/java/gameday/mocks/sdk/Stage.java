package gameday.mocks.sdk;

import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.slack.SlackGrant;
import gameday.mocks.slack.SlackListener;
import gameday.mocks.slack.SlackMessage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The mocks with the people of the list in them. */
final class Stage implements AutoCloseable {
  final Mocks mocks;
  final People people;
  private final Map<String, String> facts = new LinkedHashMap<>();

  /** By channel and ts: whom a message wakes is asked for later. */
  private final Map<String, SlackMessage> posted = new ConcurrentHashMap<>();

  private final Map<String, SlackMessage> edited = new ConcurrentHashMap<>();

  Stage() {
    this(Mocks.start(MockSettings.standard()));
  }

  private Stage(Mocks mocks) {
    this.mocks = mocks;
    var slack = mocks.slack();
    slack.listen(
        new SlackListener() {
          @Override
          public void posted(SlackMessage message) {
            posted.put(message.channelId() + message.ts(), message);
          }

          @Override
          public void edited(SlackMessage before, SlackMessage after) {
            edited.put(after.channelId() + after.ts(), after);
          }
        });
    facts.put("team", slack.teamId());
    facts.put("bot", slack.botUserId());
    facts.put("ada", slack.addPerson("Ada Lovelace", "ada@example.com"));
    facts.put("grace", slack.addPerson("Grace Hopper", "grace@example.com"));
    facts.put("channel", slack.createChannel("event-summit"));
    facts.put("group", slack.addUserGroup("tech-support", List.of(facts.get("grace"))));
    slack.join(facts.get("channel"), facts.get("ada"));
    var environment = mocks.environment();
    facts.put("scopes", String.join(",", SlackGrant.ALL_SCOPES));
    facts.put("slack", slackApiUrl().replace("/api/", ""));
    facts.put("bot_token", environment.get("SLACK_BOT_TOKEN"));
    facts.put("app_token", environment.get("SLACK_APP_TOKEN"));
    people = new People(this);
  }

  /** The first message that was written in a thread of the list's channel. */
  Optional<SlackMessage> replyTo(String ts) {
    return posted.values().stream()
        .filter(message -> message.channelId().equals(fact("channel")))
        .filter(message -> message.threadTs().equals(Optional.of(ts)))
        .filter(message -> !message.ts().equals(ts))
        .min(Comparator.comparing(SlackMessage::ts));
  }

  /** A message that is or was there. */
  SlackMessage message(String channelId, String ts) {
    return posted.get(channelId + ts);
  }

  /** What became of a message that was edited. */
  Optional<SlackMessage> edited(SlackMessage message) {
    return Optional.ofNullable(edited.get(message.channelId() + message.ts()));
  }

  /** Whether somebody has written just that. */
  boolean said(String text) {
    return posted.values().stream().anyMatch(message -> message.text().equals(text));
  }

  String signingSecret() {
    return mocks.environment().get("SLACK_SIGNING_SECRET");
  }

  /** What steps may use by name from the start. */
  Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  String slackApiUrl() {
    return mocks.environment().get("SLACK_API_URL");
  }

  String fact(String name) {
    return facts.get(name);
  }

  @Override
  public void close() {
    people.close();
    mocks.close();
  }
}
