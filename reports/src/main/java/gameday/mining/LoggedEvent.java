package gameday.mining;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.process.PipelinePart;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An entry of a history as an event: its type and the values of that type's attributes.
 *
 * @param values in the order of {@link EventType#attributes}
 * @param resource who did it; {@code asker}, {@code chatbot}, {@code pipeline} and {@code gameday}
 *     for those that have no name of their own
 * @param role what they are
 */
record LoggedEvent(EventType type, List<String> values, String resource, String role) {
  LoggedEvent {
    if (values.size() != type.attributes().size()) {
      throw new IllegalArgumentException(type + " has other attributes than " + values);
    }
  }

  private static LoggedEvent by(String resource, String role, EventType type, Object... values) {
    List<String> texts = java.util.Arrays.stream(values).map(String::valueOf).toList();
    return new LoggedEvent(type, texts, resource, role);
  }

  private static LoggedEvent harness(EventType type, Object... values) {
    return by("gameday", "harness", type, values);
  }

  private static LoggedEvent pipeline(EventType type, Object... values) {
    return by("pipeline", "pipeline", type, values);
  }

  private static LoggedEvent asker(EventType type, Object... values) {
    return by("asker", "asker", type, values);
  }

  private static LoggedEvent agent(String name, EventType type, Object... values) {
    return by(name, "client-team", type, values);
  }

  private static LoggedEvent author(Author author, EventType type, Object... values) {
    boolean pipeline = author.role() == Author.Role.PIPELINE;
    return by(pipeline ? "pipeline" : author.name(), word(author.role()), type, values);
  }

  static LoggedEvent of(Entry entry) {
    return switch (entry.what()) {
      case Happening.OfQuestion e -> ofQuestion(e);
      case Happening.RunStarted e ->
          harness(EventType.RUN_STARTED, e.scenario(), e.seed(), e.speed(), e.clock());
      case Happening.RunEnded e -> harness(EventType.RUN_ENDED, word(e.reason()), e.detail());
      case Happening.FaultBegan e -> harness(EventType.FAULT_BEGAN, e.on(), e.kind());
      case Happening.FaultEnded e -> harness(EventType.FAULT_ENDED, e.on(), e.kind());
      case Happening.HarnessTrouble e -> harness(EventType.HARNESS_TROUBLE, e.what());
      case Happening.PipelineReady e -> pipeline(EventType.PIPELINE_READY, e.how());
      case Happening.PipelineLacks e -> pipeline(EventType.PIPELINE_LACKS, parts(e.parts()));
      case Happening.PipelineGone e ->
          pipeline(EventType.PIPELINE_GONE, e.expected(), e.exitCode());
      case Happening.PipelineNoted e ->
          pipeline(EventType.PIPELINE_NOTED, e.chat().word(), e.text());
      case Happening.PipelineReplied e ->
          pipeline(EventType.PIPELINE_REPLIED, e.chat().word(), e.text());
      case Happening.PipelineCalled e ->
          pipeline(EventType.PIPELINE_CALLED, e.on(), e.call(), e.status(), e.outcome());
      case Happening.SlackPosted e ->
          inSlack(EventType.SLACK_POSTED, e.channel(), e.ts(), e.author(), e.text());
      case Happening.SlackEdited e ->
          inSlack(EventType.SLACK_EDITED, e.channel(), e.ts(), e.author(), e.text());
      case Happening.SlackReacted e ->
          inSlack(EventType.SLACK_REACTED, e.channel(), e.ts(), e.author(), e.name());
      case Happening.ModChatRefused e ->
          harness(EventType.MOD_CHAT_REFUSED, e.session(), e.email(), e.writing());
      case Happening.ModChatGranted e ->
          harness(EventType.MOD_CHAT_GRANTED, e.session(), e.email());
      case Happening.WebhookDelivered e ->
          harness(
              EventType.WEBHOOK_DELIVERED,
              e.from(),
              e.delivery(),
              e.attempt(),
              e.status(),
              e.nanos(),
              e.conversation());
      case Happening.WebhookMeddled e ->
          harness(
              EventType.WEBHOOK_MEDDLED,
              e.from(),
              e.delivery(),
              e.attempt(),
              e.fault(),
              e.conversation());
      case Happening.IntruderTried e ->
          by(
              "intruder",
              "intruder",
              EventType.INTRUDER_TRIED,
              e.on(),
              e.trick(),
              e.status(),
              e.mark());
    };
  }

  private static LoggedEvent inSlack(
      EventType type, String channel, String ts, Author author, String what) {
    return author(author, type, channel, ts, word(author.role()), author.name(), what);
  }

  private static LoggedEvent ofQuestion(Happening.OfQuestion what) {
    return switch (what) {
      case Happening.Asked e -> asker(EventType.ASKED, e.chat().word(), e.text());
      case Happening.UserWrote e -> asker(EventType.USER_WROTE, e.text());
      case Happening.AgentRequested e -> asker(EventType.AGENT_REQUESTED);
      case Happening.GaveUp e -> asker(EventType.GAVE_UP, e.silently());
      case Happening.ChatbotReplied e ->
          by("chatbot", "chatbot", EventType.CHATBOT_REPLIED, e.text(), e.resolves());
      case Happening.AgentTook e -> agent(e.agent(), EventType.AGENT_TOOK, e.agent());
      case Happening.AgentReplied e ->
          agent(e.agent(), EventType.AGENT_REPLIED, e.agent(), e.text(), e.answers());
      case Happening.AgentNoted e -> agent(e.agent(), EventType.AGENT_NOTED, e.agent(), e.text());
      case Happening.Escalated e ->
          agent(e.agent(), EventType.ESCALATED, e.agent(), word(e.way()), e.issue());
      case Happening.Closed e -> by(e.by(), "closer", EventType.CLOSED, e.by());
    };
  }

  private static String parts(List<PipelinePart> parts) {
    return parts.stream().map(PipelinePart::word).collect(Collectors.joining(" "));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
