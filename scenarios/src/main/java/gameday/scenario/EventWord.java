package gameday.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a history by name, as rules of a scenario's own speak of them, each with what it
 * can be narrowed by.
 */
public enum EventWord {
  RUN_STARTED(Of.RUN),
  RUN_ENDED(Of.RUN),
  FAULT_BEGAN(Of.RUN),
  FAULT_ENDED(Of.RUN),
  PIPELINE_READY(Of.RUN),
  PIPELINE_LACKS(Of.RUN),
  PIPELINE_GONE(Of.RUN),
  HARNESS_TROUBLE(Of.QUESTION, Detail.TEXT),
  ASKED(Of.QUESTION, Detail.CHAT, Detail.TEXT),
  USER_WROTE(Of.QUESTION, Detail.TEXT),
  AGENT_REQUESTED(Of.QUESTION),
  GAVE_UP(Of.QUESTION, Detail.SILENTLY),
  CHATBOT_REPLIED(Of.QUESTION, Detail.RESOLVES, Detail.TEXT),
  AGENT_TOOK(Of.QUESTION, Detail.BY),
  AGENT_REPLIED(Of.QUESTION, Detail.BY, Detail.ANSWERS, Detail.TEXT),
  AGENT_NOTED(Of.QUESTION, Detail.BY, Detail.TEXT),
  ESCALATED(Of.QUESTION, Detail.BY, Detail.TEXT),
  CLOSED(Of.QUESTION, Detail.BY),
  PIPELINE_NOTED(Of.QUESTION, Detail.CHAT, Detail.TEXT),
  PIPELINE_REPLIED(Of.QUESTION, Detail.CHAT, Detail.TEXT),
  SLACK_POSTED(Of.QUESTION, Detail.BY, Detail.PLACE, Detail.TEXT),
  SLACK_EDITED(Of.QUESTION, Detail.BY, Detail.PLACE, Detail.TEXT),
  SLACK_REACTED(Of.QUESTION, Detail.BY, Detail.REACTION),
  MOD_CHAT_REFUSED(Of.RUN),
  MOD_CHAT_GRANTED(Of.RUN),
  WEBHOOK_DELIVERED(Of.RUN),
  WEBHOOK_MEDDLED(Of.RUN),
  INTRUDER_TRIED(Of.RUN),
  PIPELINE_CALLED(Of.RUN);

  /** What an event can be narrowed by. */
  public enum Detail {
    BY("by WHO"),
    CHAT("in help-chat, in mod-chat"),
    PLACE("in thread, at top level"),
    ANSWERS("that answers"),
    RESOLVES("that resolves"),
    SILENTLY("silently"),
    REACTION("with NAME"),
    TEXT("containing TEXT");

    private final String grammar;

    Detail(String grammar) {
      this.grammar = grammar;
    }

    /** How it is written. */
    public String grammar() {
      return grammar;
    }
  }

  private enum Of {
    RUN,
    QUESTION
  }

  private final Of of;
  private final Set<Detail> details;

  EventWord(Of of, Detail... details) {
    this.of = of;
    this.details = EnumSet.noneOf(Detail.class);
    this.details.addAll(Arrays.asList(details));
  }

  /** Its name in a history, such as {@code slack-posted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it can belong to a question; others belong to the run as a whole only. */
  public boolean isOfQuestions() {
    return of == Of.QUESTION;
  }

  /** Whether it can be narrowed by {@code detail}. */
  public boolean has(Detail detail) {
    return details.contains(detail);
  }

  /** The event of that name; empty if there is none. */
  public static Optional<EventWord> of(String word) {
    return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
