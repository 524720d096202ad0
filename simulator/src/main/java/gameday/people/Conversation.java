package gameday.people;

import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question as the chatbot and the Client team see it. */
final class Conversation {
  enum Phase {
    NEW,
    WITH_CHATBOT,
    /** The chatbot has replied, but not resolved it; nobody has it until an agent is asked for. */
    UNRESOLVED,
    /** Waits for an agent, also with an answer to hand over or a follow-up. */
    WAITING,
    /** In an agent's slot. */
    WITH_AGENT,
    /** An agent has it and waits for the thread's answer. */
    ESCALATED,
    AWAITING_FOLLOW_UP,
    CLOSING,
    CLOSED
  }

  final ScriptedQuestion question;
  private static final int UNCLEAR = 20;

  private final List<String> threadAnswers = new ArrayList<>();
  private List<Written> unclear = new ArrayList<>();
  Phase phase = Phase.NEW;

  /**
   * Counts what makes earlier intentions void: whoever planned something in a past turn drops it.
   */
  int turn;

  Optional<Task> task = Optional.empty();
  Optional<Person> agent = Optional.empty();
  boolean inSlot;

  /** It stands in Slack. */
  boolean inThread;

  /** Its thread has no answer yet. */
  boolean threadOpen;

  /** The thread's answer, once the pipeline has brought it. */
  Optional<String> brought = Optional.empty();

  boolean answered;
  boolean followUpAsked;
  boolean leftSilently;

  /** Nothing is left to do but close it. */
  boolean over;

  Conversation(ScriptedQuestion question) {
    this.question = question;
  }

  boolean expectsFollowUp() {
    return question.followUp().isPresent() && !followUpAsked && !leftSilently;
  }

  void answeredInThread(String answer) {
    threadOpen = false;
    if (!answer.isBlank()) {
      threadAnswers.add(answer);
    }
  }

  /** Something the pipeline wrote, to the asker or for agents only. */
  record Written(String text, boolean toUser) {}

  /** Nobody can tell yet whether that is an answer: the thread may name this asker only later. */
  void isUnclear(Written written) {
    if (unclear.size() < UNCLEAR) {
      unclear.add(written);
    }
  }

  /** What was unclear, to be looked at again. */
  List<Written> takeUnclear() {
    List<Written> taken = unclear;
    unclear = new ArrayList<>();
    return taken;
  }

  /** The answer that {@code text} brings, if it brings one. */
  Optional<String> answerIn(String text) {
    Optional<String> fromThread = threadAnswers.stream().filter(text::contains).findFirst();
    return fromThread.isPresent()
        ? fromThread
        : Optional.of(question.answer()).filter(text::contains);
  }
}
