package gameday.virtual;

import gameday.history.Happening;
import gameday.process.Chat;
import gameday.rehearsal.AskersWords;
import gameday.rehearsal.VisitPhase;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * One asker with one question, as {@code live.Visit} has them, in virtual time.
 *
 * <pre>
 * COMING ─ ask ─▶ WITH_CHATBOT ─(can't help)─ "an agent, please" ─▶ WAITING ─(a reply)─▶ TENDED
 *                     │                                              │ patience              │ answer
 *                     └─(resolved)─▶ GONE ◀──────────────────────────┘                       ▼
 *                                     ▲────────(answer)── FOLLOWED_UP ◀─(follow-up)── ANSWERED
 * </pre>
 */
final class Visitor {
  private static final long RETRY_NANOS = 15_000_000_000L;
  private static final int MOST_TRIES = 40;
  private static final int OUT = 503;

  private static final long NEVER = Long.MAX_VALUE;

  private final Stage stage;
  private ScriptedQuestion question;
  private final boolean chatbot;
  private final Deque<Deed> deeds = new ArrayDeque<>();
  private VisitPhase phase = VisitPhase.COMING;
  private Optional<Talk> talk = Optional.empty();
  private long askedNanos;
  private long patienceEnds = NEVER;
  private long followUpDue = NEVER;
  private final FurtherLines lines;
  private final Absence absence = new Absence();
  private long restsUntil;
  private int tries;
  private long alarm;

  Visitor(Stage stage, ScriptedQuestion question, boolean chatbot) {
    this.stage = stage;
    this.question = question;
    this.lines = new FurtherLines(question.messages());
    this.chatbot = chatbot && question.chat() == Chat.HELP;
  }

  private QuestionId id() {
    return question.id();
  }

  private long now() {
    return stage.time.nowNanos();
  }

  /** Knows when to come. */
  void begin() {
    stage.time.at(question.at().toNanos(), this::comes);
  }

  /** When the asker pressed send. */
  long askedNanos() {
    return askedNanos;
  }

  private void comes() {
    askedNanos = now();
    deeds.add(new Deed(Deed.Kind.ASK, question.messages().getFirst().text()));
    goOn();
  }

  /** Something is to be noticed; the asker does so a moment later. */
  void mail(Mail mail) {
    stage.soon(
        () -> {
          read(mail);
          goOn();
        });
  }

  private void read(Mail mail) {
    switch (mail) {
      case CHATBOT_RESOLVED -> {
        if (phase == VisitPhase.WITH_CHATBOT) {
          goes();
        }
      }
      case CHATBOT_PASSED -> {
        if (phase == VisitPhase.WITH_CHATBOT) {
          phase = VisitPhase.WAITING;
          deeds.add(new Deed(Deed.Kind.AGENT_PLEASE, AskersWords.AGENT_PLEASE));
        }
      }
      case TENDED -> tended();
      case ANSWERED -> answered();
      case CLOSED -> {
        // Who still wants to ask on does so in a closed conversation, too: that opens it again.
        absence.closed(question.comeback(), now());
        if (phase != VisitPhase.COMING
            && phase != VisitPhase.ANSWERED
            && phase != VisitPhase.AWAY) {
          goes();
        }
      }
    }
  }

  private void tended() {
    if (phase == VisitPhase.WAITING || phase == VisitPhase.WITH_CHATBOT) {
      phase = VisitPhase.TENDED;
      patienceEnds = NEVER;
      if (!deeds.isEmpty() && deeds.element().kind() == Deed.Kind.GOODBYE) {
        done();
      }
    }
  }

  private void answered() {
    switch (phase) {
      case COMING, GONE, ANSWERED, AWAY -> {}
      case FOLLOWED_UP -> goes();
      case WITH_CHATBOT, WAITING, TENDED -> {
        deeds.clear();
        rested();
        if (question.followUp().isEmpty()) {
          goes();
          return;
        }
        phase = VisitPhase.ANSWERED;
        lines.drop();
        patienceEnds = NEVER;
        followUpDue = now() + question.followUp().get().after().toNanos();
      }
    }
  }

  /** Does what is to be done now, and knows when there is more. */
  private void goOn() {
    while (phase != VisitPhase.GONE) {
      if (deeds.isEmpty() && phase != VisitPhase.COMING) {
        due();
      }
      if (deeds.isEmpty() || restsUntil > now() || phase == VisitPhase.GONE) {
        break;
      }
      send(deeds.element());
    }
    sleep();
  }

  private void sleep() {
    stage.time.cancel(alarm);
    alarm = 0;
    if (phase == VisitPhase.GONE) {
      return;
    }
    long next =
        deeds.isEmpty()
            ? Math.min(
                Math.min(lines.dueNanos(), absence.untilNanos()),
                Math.min(patienceEnds, followUpDue))
            : Math.max(restsUntil, now());
    if (next != NEVER) {
      alarm = stage.time.at(next, this::goOn);
    }
  }

  private void due() {
    long now = now();
    if (patienceEnds <= now) {
      giveUp();
    } else if (followUpDue <= now) {
      followUpDue = NEVER;
      phase = VisitPhase.FOLLOWED_UP;
      question.followUp().ifPresent(more -> deeds.add(new Deed(Deed.Kind.FOLLOW_UP, more.text())));
    } else if (absence.untilNanos() <= now) {
      if (absence.ends()) {
        question
            .comeback()
            .ifPresent(again -> deeds.add(new Deed(Deed.Kind.COMEBACK, again.text())));
        question = question.secondTime().orElse(question);
      } else {
        leave();
      }
    } else if (lines.dueNanos() <= now) {
      deeds.add(new Deed(Deed.Kind.LINE, lines.take()));
    }
  }

  /** Leaves, if not to come back. */
  private void goes() {
    if (question.comeback().isEmpty()) {
      leave();
      return;
    }
    absence.begins(question.comeback().get(), now());
    phase = VisitPhase.AWAY;
    deeds.clear();
    rested();
    lines.drop();
    patienceEnds = NEVER;
    followUpDue = NEVER;
  }

  private void giveUp() {
    patienceEnds = NEVER;
    if (question.leavesSilently()) {
      gaveUp(true);
      leave();
    } else {
      deeds.add(new Deed(Deed.Kind.GOODBYE, AskersWords.GOODBYE));
    }
  }

  private void send(Deed deed) {
    ChatRoom room = stage.room(question.chat());
    boolean isFirst = talk.isEmpty();
    talk = isFirst ? room.open(question, deed.text()) : talk;
    if (isFirst ? talk.isPresent() : room.visitorWrites(talk.get(), deed.text())) {
      done();
      accepted(deed.kind());
    } else {
      failed(deed.kind());
    }
  }

  private void done() {
    deeds.remove();
    rested();
  }

  private void rested() {
    tries = 0;
    restsUntil = 0;
  }

  private void accepted(Deed.Kind kind) {
    switch (kind) {
      case ASK -> {
        lines.begin(question.at().toNanos());
        phase = VisitPhase.WITH_CHATBOT;
        if (!chatbot) {
          waits();
        }
      }
      case AGENT_PLEASE, COMEBACK -> waits();
      case GOODBYE -> {
        gaveUp(false);
        leave();
      }
      case LINE, FOLLOW_UP -> {}
    }
  }

  private void waits() {
    phase = VisitPhase.WAITING;
    patienceEnds = now() + question.patience().toNanos();
    if (question.chat() == Chat.HELP) {
      stage.chronicle.record(new Happening.AgentRequested(id()));
      stage.time.after(0, () -> stage.world.handOver(id()));
    }
  }

  private void gaveUp(boolean silently) {
    stage.chronicle.record(new Happening.GaveUp(id(), silently));
    stage.correlation.over(id());
    stage.time.after(0, () -> stage.staff.userLeft(id(), silently));
  }

  private void failed(Deed.Kind kind) {
    String call = kind.name().toLowerCase(Locale.ROOT);
    stage.chronicle.record(
        new Happening.HarnessTrouble(
            Optional.of(id()), "an asker's call failed: " + call + ", HTTP " + OUT));
    tries++;
    if (tries < MOST_TRIES) {
      restsUntil = now() + RETRY_NANOS;
      return;
    }
    done();
    if (kind != Deed.Kind.LINE) {
      if (kind == Deed.Kind.GOODBYE) {
        gaveUp(true);
      }
      leave();
    }
  }

  private void leave() {
    if (phase != VisitPhase.GONE) {
      phase = VisitPhase.GONE;
      deeds.clear();
      stage.left();
    }
  }
}
