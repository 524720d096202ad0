package gameday.live;

import gameday.live.Mailbox.Mail;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.chat.VisitorApi.Step;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * In a Mod chat asking leads straight to WAITING.
 */
final class Visit {
  /** What an asker writes who wants a person. */
  static final String AGENT_PLEASE = "I would like to talk to a live agent, please.";

  /** What an asker writes who leaves with a word. */
  static final String GOODBYE = "Nobody is answering. I have to go.";

  /** How long an asker waits, event time, before a call that failed is tried again. */
  static final Duration RETRY = Duration.ofSeconds(15);

  private static final int MOST_TRIES = 40;

  /** What to do next. */
  sealed interface Next {
    /** Send {@code call} now; {@code name} groups calls of a kind. */
    record Send(String name, VisitorCall call) implements Next {}

    /** Wait for mail, at most until an event time. */
    record Await(Optional<Duration> until) implements Next {}

    /** The visit is over. */
    record Leave() implements Next {}
  }

  private enum Phase {
    COMING,
    WITH_CHATBOT,
    WAITING,
    TENDED,
    ANSWERED,
    FOLLOWED_UP,
    GONE
  }

  private enum Kind {
    ASK,
    LINE,
    AGENT_PLEASE,
    FOLLOW_UP,
    GOODBYE
  }

  private record Deed(Kind kind, String text) {}

  private final ScriptedQuestion question;
  private final VisitorApi chat;
  private final boolean chatbot;
  private final VisitorListener listener;
  private final Visitor visitor;
  private final Mailbox mailbox = new Mailbox();
  private final Map<String, String> known = new HashMap<>();
  private final Deque<Step> opening = new ArrayDeque<>();
  private final Deque<Deed> toSend = new ArrayDeque<>();

  private Phase phase = Phase.COMING;
  private int tries;
  private int lines = 1;
  private Optional<Duration> lineDue = Optional.empty();
  private Optional<Duration> patienceEnds = Optional.empty();
  private Optional<Duration> followUpDue = Optional.empty();
  private Optional<Duration> retryAt = Optional.empty();

  /**
   * @param chatbot whether a chatbot answers first in the Help chat; if not, asking there is asking
   *     for an agent
   */
  Visit(ScriptedQuestion question, VisitorApi chat, boolean chatbot, VisitorListener listener) {
    this.question = question;
    this.chatbot = chatbot && question.chat() == Chat.HELP;
    this.chat = chat;
    this.listener = listener;
    this.visitor =
        new Visitor(question.id().value(), question.asker().name(), question.asker().email());
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
    if (phase != Phase.GONE && toSend.isEmpty()) {
      due(now);
    }
    if (phase == Phase.GONE) {
      return new Next.Leave();
    }
    if (toSend.isEmpty() || retryAt.filter(later -> later.compareTo(now) > 0).isPresent()) {
      return new Next.Await(nextMoment());
    }
    return send(toSend.peek());
  }

  private void read(Mail mail, Duration now) {
    switch (mail) {
      case CHATBOT_RESOLVED -> {
        if (phase == Phase.WITH_CHATBOT) {
          leave();
        }
      }
      case CHATBOT_PASSED -> {
        if (phase == Phase.WITH_CHATBOT) {
          phase = Phase.WAITING;
          toSend.add(new Deed(Kind.AGENT_PLEASE, AGENT_PLEASE));
        }
      }
      case TENDED -> tended();
      case ANSWERED -> answered(now);
      case CLOSED -> {
        // Who still wants to ask on does so in a closed conversation, too: that opens it again.
        if (phase != Phase.COMING && phase != Phase.ANSWERED) {
          leave();
        }
      }
      case SENT_HOME -> leave();
    }
  }

  private void tended() {
    if (phase == Phase.WAITING || phase == Phase.WITH_CHATBOT) {
      phase = Phase.TENDED;
      patienceEnds = Optional.empty();
      toSend.removeIf(deed -> deed.kind == Kind.GOODBYE);
    }
  }

  private void answered(Duration now) {
    switch (phase) {
      case COMING, GONE, ANSWERED -> {}
      case FOLLOWED_UP -> leave();
      case WITH_CHATBOT, WAITING, TENDED -> {
        toSend.clear();
        if (question.followUp().isEmpty()) {
          leave();
          return;
        }
        phase = Phase.ANSWERED;
        lineDue = Optional.empty();
        patienceEnds = Optional.empty();
        followUpDue = question.followUp().map(followUp -> now.plus(followUp.after()));
      }
    }
  }

  private void due(Duration now) {
    if (phase == Phase.COMING && at().compareTo(now) <= 0) {
      listener.asking(id());
      String text = question.messages().getFirst().text();
      opening.addAll(chat.opening(visitor, text));
      toSend.add(new Deed(Kind.ASK, text));
    } else if (passed(patienceEnds, now)) {
      giveUp();
    } else if (passed(followUpDue, now)) {
      followUpDue = Optional.empty();
      phase = Phase.FOLLOWED_UP;
      question.followUp().ifPresent(more -> toSend.add(new Deed(Kind.FOLLOW_UP, more.text())));
    } else if (passed(lineDue, now)) {
      toSend.add(new Deed(Kind.LINE, question.messages().get(lines).text()));
      lines++;
      planLine(lineDue.orElse(now));
    }
  }

  private void giveUp() {
    patienceEnds = Optional.empty();
    if (question.leavesSilently()) {
      listener.gaveUp(id(), true);
      leave();
    } else {
      toSend.add(new Deed(Kind.GOODBYE, GOODBYE));
    }
  }

  private Next send(Deed deed) {
    retryAt = Optional.empty();
    String where = question.chat() == Chat.HELP ? "Help chat: " : "Mod chat: ";
    if (deed.kind != Kind.ASK) {
      String conversation = known.get("conversation");
      return new Next.Send(where + "write", chat.message(visitor, conversation, deed.text));
    }
    return new Next.Send(
        where + (opening.size() == 1 ? "ask" : "open"), opening.peek().call(Map.copyOf(known)));
  }

  /**
   * How the call that {@link #next} asked for ended.
   *
   * @param status HTTP status, 0 if there was no answer
   */
  void ended(int status, String body, Duration now) {
    if (status / 100 != 2) {
      failed(toSend.peek(), status, now);
      return;
    }
    tries = 0;
    if (toSend.peek().kind == Kind.ASK) {
      known.putAll(opening.remove().learn(body));
      if (!opening.isEmpty()) {
        return;
      }
    }
    accepted(toSend.remove().kind, now);
  }

  private void accepted(Kind kind, Duration now) {
    switch (kind) {
      case ASK -> {
        planLine(at());
        phase = chatbot ? Phase.WITH_CHATBOT : Phase.WAITING;
        if (!chatbot) {
          patienceEnds = Optional.of(now.plus(question.patience()));
          if (question.chat() == Chat.HELP) {
            listener.agentRequested(id());
          }
        }
      }
      case AGENT_PLEASE -> {
        patienceEnds = Optional.of(now.plus(question.patience()));
        listener.agentRequested(id());
      }
      case GOODBYE -> {
        listener.gaveUp(id(), false);
        leave();
      }
      case LINE, FOLLOW_UP -> {}
    }
  }

  private void failed(Deed deed, int status, Duration now) {
    listener.refused(id(), deed.kind.name().toLowerCase(Locale.ROOT), status);
    tries++;
    boolean forGood = status / 100 == 4 && status != 408 && status != 429;
    if (!forGood && tries < MOST_TRIES) {
      retryAt = Optional.of(now.plus(RETRY));
      return;
    }
    tries = 0;
    toSend.remove();
    switch (deed.kind) {
      case ASK, AGENT_PLEASE, GOODBYE, FOLLOW_UP -> {
        if (deed.kind == Kind.GOODBYE) {
          listener.gaveUp(id(), true);
        }
        leave();
      }
      case LINE -> {}
    }
  }

  private void planLine(Duration before) {
    List<ScriptedQuestion.Line> messages = question.messages();
    lineDue =
        lines < messages.size()
            ? Optional.of(before.plus(messages.get(lines).after()))
            : Optional.empty();
  }

  private Optional<Duration> nextMoment() {
    if (phase == Phase.COMING && toSend.isEmpty()) {
      return Optional.of(at());
    }
    return toSend.isEmpty()
        ? Stream.of(lineDue, patienceEnds, followUpDue)
            .flatMap(Optional::stream)
            .min(Duration::compareTo)
        : retryAt;
  }

  private static boolean passed(Optional<Duration> moment, Duration now) {
    return moment.filter(then -> then.compareTo(now) <= 0).isPresent();
  }

  private void leave() {
    if (phase != Phase.GONE) {
      phase = Phase.GONE;
      toSend.clear();
      listener.left(id());
    }
  }
}
