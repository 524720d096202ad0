package gameday.people;

import gameday.scenario.StaffMistake;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final int UNCLEAR = 20;

  /** As scripted; another one once the asker has come back. */
  ScriptedQuestion question;

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

  /** How often the asker has come back after a closing; threads of before are not its any more. */
  int comebacks;

  /** Mistakes that somebody has made with it; once is enough. */
  final Set<StaffMistake> made = EnumSet.noneOf(StaffMistake.class);

  boolean answered;
  boolean followUpAsked;
  boolean leftSilently;

  /** Nothing is left to do but close it. */
  boolean over;

  Conversation(ScriptedQuestion question) {
    this.question = question;
  }

  /** Whether {@code text} is what the asker writes who comes back to a closed conversation. */
  boolean isComeback(String text) {
    boolean closed = phase == Phase.CLOSED || phase == Phase.CLOSING;
    return closed
        && question
            .comeback()
            .map(ScriptedQuestion.Comeback::text)
            .filter(text::equals)
            .isPresent();
  }

  /** The asker is back, and everything begins anew. */
  void comesBack() {
    question = question.secondTime().orElseThrow();
    comebacks++;
    turn++;
    phase = Phase.UNRESOLVED;
    agent = Optional.empty();
    inThread = false;
    threadOpen = false;
    threadAnswers.clear();
    unclear.clear();
    brought = Optional.empty();
    answered = false;
    followUpAsked = false;
    over = false;
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

  /** The corrected answer that {@code text} brings instead of the one that was brought before. */
  Optional<String> correctionIn(String text) {
    int known = brought.map(threadAnswers::indexOf).orElse(-1);
    return known < 0
        ? Optional.empty()
        : threadAnswers.stream().skip(known + 1L).filter(text::contains).findFirst();
  }

  /** The answer that {@code text} brings, if it brings one. */
  Optional<String> answerIn(String text) {
    Optional<String> fromThread = threadAnswers.stream().filter(text::contains).findFirst();
    return fromThread.isPresent()
        ? fromThread
        : Optional.of(question.answer()).filter(text::contains);
  }
}
