package gameday.checker;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Closed;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.scenario.EventPattern;
import gameday.scenario.EventWord;

/** Whether what happened is what a pattern means. */
final class EventMatch {
  private final EventPattern pattern;
  private final Class<? extends Happening> kind;

  EventMatch(EventPattern pattern) {
    this.pattern = pattern;
    this.kind = kind(pattern.event());
  }

  /** Whether it is of the pattern's name, however narrowed. */
  boolean isNamed(Entry entry) {
    return kind.isInstance(entry.what());
  }

  boolean matches(Entry entry) {
    if (!isNamed(entry)) {
      return false;
    }
    EventDetails its = EventDetails.of(entry.what());
    return pattern
            .by()
            .filter(who -> !who.equals(its.team()) && !who.equals(its.person()))
            .isEmpty()
        && (pattern.chat().isEmpty() || pattern.chat().equals(its.chat()))
        && (pattern.place().isEmpty() || pattern.place().equals(its.place()))
        && (!pattern.telling() || its.telling())
        && pattern.reaction().filter(name -> !name.equals(its.reaction())).isEmpty()
        && pattern.text().filter(part -> !its.text().contains(part)).isEmpty();
  }

  /** The pattern as it is written. */
  String words() {
    return pattern.words();
  }

  static Class<? extends Happening> kind(EventWord event) {
    return switch (event) {
      case RUN_STARTED -> Happening.RunStarted.class;
      case RUN_ENDED -> Happening.RunEnded.class;
      case FAULT_BEGAN -> Happening.FaultBegan.class;
      case FAULT_ENDED -> Happening.FaultEnded.class;
      case PIPELINE_READY -> Happening.PipelineReady.class;
      case PIPELINE_LACKS -> Happening.PipelineLacks.class;
      case PIPELINE_GONE -> Happening.PipelineGone.class;
      case HARNESS_TROUBLE -> Happening.HarnessTrouble.class;
      case ASKED -> Happening.Asked.class;
      case USER_WROTE -> Happening.UserWrote.class;
      case AGENT_REQUESTED -> Happening.AgentRequested.class;
      case GAVE_UP -> Happening.GaveUp.class;
      case CHATBOT_REPLIED -> Happening.ChatbotReplied.class;
      case AGENT_TOOK -> Happening.AgentTook.class;
      case AGENT_REPLIED -> Happening.AgentReplied.class;
      case AGENT_NOTED -> Happening.AgentNoted.class;
      case ESCALATED -> Happening.Escalated.class;
      case CLOSED -> Closed.class;
      case PIPELINE_NOTED -> Happening.PipelineNoted.class;
      case PIPELINE_REPLIED -> Happening.PipelineReplied.class;
      case SLACK_POSTED -> SlackPosted.class;
      case SLACK_EDITED -> Happening.SlackEdited.class;
      case SLACK_REACTED -> SlackReacted.class;
      case MOD_CHAT_REFUSED -> Happening.ModChatRefused.class;
      case MOD_CHAT_GRANTED -> Happening.ModChatGranted.class;
      case WEBHOOK_DELIVERED -> Happening.WebhookDelivered.class;
      case WEBHOOK_MEDDLED -> Happening.WebhookMeddled.class;
      case INTRUDER_TRIED -> Happening.IntruderTried.class;
      case PIPELINE_CALLED -> Happening.PipelineCalled.class;
    };
  }
}
