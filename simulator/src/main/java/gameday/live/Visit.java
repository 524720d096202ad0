package gameday.live;

import gameday.live.Mailbox.Mail;
import gameday.live.Outbox.Kind;
import gameday.mocks.chat.VisitorApi;
import gameday.process.Chat;
import gameday.rehearsal.AskersWords;
import gameday.rehearsal.VisitPhase;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One asker with one question, as a state machine: given the event time and the mail, what to do
 * next. Knows no Gatling and no clock. Confined to one thread at a time, but for its mailbox.
 *
 * <pre>
 * COMING ─ ask ─▶ WITH_CHATBOT ─(can't help)─ "an agent, please" ─▶ WAITING ─(a reply)─▶ TENDED
 *                     │                                              │ patience              │ answer
 *                     └─(resolved)─▶ GONE ◀──────────────────────────┘                       ▼
 *                                     ▲────────(answer)── FOLLOWED_UP ◀─(follow-up)── ANSWERED
 * </pre>
 *
 * In a Mod chat asking leads straight to WAITING. Who is to come back is first AWAY, then WAITING.
 */
final class Visit {
  /** What an asker writes who wants a person. */
  static final String AGENT_PLEASE = AskersWords.AGENT_PLEASE;

  /** What an asker writes who leaves with a word. */
  static final String GOODBYE = AskersWords.GOODBYE;

  private ScriptedQuestion question;
  private final boolean chatbot;
  private final VisitorListener listener;
  private final Mailbox mailbox = new Mailbox();
  private final Outbox outbox = new Outbox();
  private final ChatWindow window;
  private final FurtherLines lines;
  private final Duration opensAt;
  private final Absence absence = new Absence();

  private VisitPhase phase = VisitPhase.COMING;
  private boolean begun;
  private boolean asking;
  private Optional<Duration> patienceEnds = Optional.empty();
  private Optional<Duration> followUpDue = Optional.empty();

  /**
   * @param chatbot whether a chatbot answers first in the Help chat; if not, asking there is asking
   *     for an agent
   * @param lead how long before the intended moment, event time, the asker opens the chat's window
   */
  Visit(
      ScriptedQuestion question,
      VisitorApi chat,
      boolean chatbot,
      Duration lead,
      VisitorListener listener) {
    this.question = question;
    this.chatbot = chatbot && question.chat() == Chat.HELP;
    this.listener = listener;
    this.lines = new FurtherLines(question.messages());
    this.opensAt = question.at().minus(lead);
    this.window = new ChatWindow(chat, question);
  }

  QuestionId id() {
    return question.id();
  }

  /** The intended moment. */
  Duration at() {
    return question.at();
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** What to do at {@code now}; asked again after each call's end and each wait's. */
  Next next(Duration now) {
    mailbox.take().forEach(mail -> read(mail, now));
    if (phase == VisitPhase.COMING) {
      come(now);
    } else if (phase != VisitPhase.GONE && outbox.isEmpty()) {
      due(now);
    }
    if (phase == VisitPhase.GONE) {
      return new Next.Leave();
    }
    if (outbox.isEmpty()) {
      return new Next.Await(nextMoment());
    }
    Optional<Duration> later = outbox.restsUntil(now);
    return later.isPresent() ? new Next.Await(later) : window.call(outbox.first());
  }

  /**
   * Opens the window early, so that the first message goes out at the intended moment. The asker
   * presses send then, whether or not the window is open yet.
   */
  private void come(Duration now) {
    String text = question.messages().getFirst().text();
    if (!begun && opensAt.compareTo(now) <= 0) {
      begun = true;
      window.begin(text);
      if (!window.isOpen()) {
        outbox.add(Kind.OPEN, "");
      }
    }
    if (!asking && at().compareTo(now) <= 0) {
      asking = true;
      listener.asking(id());
      outbox.add(Kind.ASK, text);
    }
  }

  private void read(Mail mail, Duration now) {
    switch (mail) {
      case CHATBOT_RESOLVED -> {
        if (phase == VisitPhase.WITH_CHATBOT) {
          goes(now);
        }
      }
      case CHATBOT_PASSED -> {
        if (phase == VisitPhase.WITH_CHATBOT) {
          phase = VisitPhase.WAITING;
          outbox.add(Kind.AGENT_PLEASE, AGENT_PLEASE);
        }
      }
      case TENDED -> tended();
      case ANSWERED -> answered(now);
      case CLOSED -> {
        // Who still wants to ask on does so in a closed conversation, too: that opens it again.
        absence.closed(question.comeback(), now);
        if (phase != VisitPhase.COMING
            && phase != VisitPhase.ANSWERED
            && phase != VisitPhase.AWAY) {
          goes(now);
        }
      }
      case SENT_HOME -> leave();
    }
  }

  private void tended() {
    if (phase == VisitPhase.WAITING || phase == VisitPhase.WITH_CHATBOT) {
      phase = VisitPhase.TENDED;
      patienceEnds = Optional.empty();
      outbox.dropGoodbye();
    }
  }

  private void answered(Duration now) {
    switch (phase) {
      case COMING, GONE, ANSWERED, AWAY -> {}
      case FOLLOWED_UP -> goes(now);
      case WITH_CHATBOT, WAITING, TENDED -> {
        outbox.clear();
        if (question.followUp().isEmpty()) {
          goes(now);
          return;
        }
        phase = VisitPhase.ANSWERED;
        wantsNothing();
        followUpDue = question.followUp().map(followUp -> now.plus(followUp.after()));
      }
    }
  }

  private void due(Duration now) {
    if (passed(patienceEnds, now)) {
      giveUp();
    } else if (passed(followUpDue, now)) {
      followUpDue = Optional.empty();
      phase = VisitPhase.FOLLOWED_UP;
      question.followUp().ifPresent(more -> outbox.add(Kind.FOLLOW_UP, more.text()));
    } else if (passed(absence.until(), now)) {
      if (absence.ends()) {
        question.comeback().ifPresent(again -> outbox.add(Kind.COMEBACK, again.text()));
        question = question.secondTime().orElse(question);
      } else {
        leave();
      }
    } else if (passed(lines.due(), now)) {
      outbox.add(Kind.LINE, lines.take());
    }
  }

  /** Leaves, if not to come back. */
  private void goes(Duration now) {
    question.comeback().ifPresent(again -> absence.begins(again, now));
    if (absence.until().isEmpty()) {
      leave();
    } else {
      phase = VisitPhase.AWAY;
      outbox.clear();
      wantsNothing();
    }
  }

  private void wantsNothing() {
    lines.drop();
    patienceEnds = Optional.empty();
    followUpDue = Optional.empty();
  }

  private void giveUp() {
    patienceEnds = Optional.empty();
    if (question.leavesSilently()) {
      listener.gaveUp(id(), true);
      leave();
    } else {
      outbox.add(Kind.GOODBYE, GOODBYE);
    }
  }

  /**
   * How the call that {@link #next} asked for ended.
   *
   * @param status HTTP status, 0 if there was no answer
   */
  void ended(int status, String body, Duration now) {
    Kind kind = outbox.first().kind();
    if (status / 100 != 2) {
      failed(kind, status, now);
      return;
    }
    if (kind == Kind.OPEN || kind == Kind.ASK) {
      window.opened(body);
    }
    if (kind == Kind.OPEN && !window.isOpen()) {
      outbox.callAccepted();
      return;
    }
    outbox.done();
    accepted(kind, now);
  }

  private void accepted(Kind kind, Duration now) {
    switch (kind) {
      case ASK -> {
        lines.begin(at());
        phase = VisitPhase.WITH_CHATBOT;
        if (!chatbot) {
          waits(now);
        }
      }
      case AGENT_PLEASE, COMEBACK -> waits(now);
      case GOODBYE -> {
        listener.gaveUp(id(), false);
        leave();
      }
      case OPEN, LINE, FOLLOW_UP -> {}
    }
  }

  private void waits(Duration now) {
    phase = VisitPhase.WAITING;
    patienceEnds = Optional.of(now.plus(question.patience()));
    if (question.chat() == Chat.HELP) {
      listener.agentRequested(id());
    }
  }

  private void failed(Kind kind, int status, Duration now) {
    listener.refused(id(), kind.name().toLowerCase(Locale.ROOT), status);
    // Whose window didn't open tries again when it's time to ask.
    Duration again = now.compareTo(at()) < 0 ? at() : now.plus(Outbox.RETRY);
    if (outbox.failed(status, again) && kind != Kind.LINE) {
      if (kind == Kind.GOODBYE) {
        listener.gaveUp(id(), true);
      }
      leave();
    }
  }

  private Optional<Duration> nextMoment() {
    if (phase == VisitPhase.COMING) {
      return Optional.of(begun ? at() : opensAt);
    }
    return Stream.of(lines.due(), patienceEnds, followUpDue, absence.until())
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private static boolean passed(Optional<Duration> moment, Duration now) {
    return moment.filter(then -> then.compareTo(now) <= 0).isPresent();
  }

  private void leave() {
    if (phase != VisitPhase.GONE) {
      phase = VisitPhase.GONE;
      outbox.clear();
      listener.left(id());
    }
  }
}
