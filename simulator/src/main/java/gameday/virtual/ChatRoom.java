package gameday.virtual;

import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.process.Chat;
import gameday.script.ScriptedQuestion;
import gameday.virtual.Talk.By;
import gameday.virtual.Talk.Said;
import gameday.virtual.Talk.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chat, with its visitors' side, its agents' and the pipeline's. Out, it takes nothing. */
final class ChatRoom {
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final Stage stage;
  private final Chat chat;
  private final Dialect dialect;
  private final Map<String, Talk> talks = new LinkedHashMap<>();
  private long lastNumber;

  ChatRoom(Stage stage, Chat chat, Dialect dialect) {
    this.stage = stage;
    this.chat = chat;
    this.dialect = dialect;
  }

  /** Its name, such as {@code help-chat}. */
  String name() {
    return chat.word();
  }

  Dialect dialect() {
    return dialect;
  }

  boolean isOut() {
    return stage.faults.isOut(name());
  }

  private long clockNanos() {
    return stage.clockNanos(name());
  }

  // ---- what visitors do ----

  /** A visitor asks; empty while it is out. */
  Optional<Talk> open(ScriptedQuestion question, String text) {
    if (isOut()) {
      return Optional.empty();
    }
    String id = dialect.id(talks.size() + 1, question);
    Caller caller =
        new Caller(question.asker().name(), question.asker().email(), question.page(), "");
    Talk talk = new Talk(new Conversation(chat, id), question, caller, dialect.first());
    talk.openSinceNanos = clockNanos();
    talk.changes(clockNanos());
    talks.put(id, talk);
    Said said = say(talk, By.VISITOR, "", text, false);
    stage.ears.opened(talk, text);
    tell(talk, dialect.visitorWrote(talk, said, false));
    return Optional.of(talk);
  }

  /** The visitor writes on, which opens what was closed; false while it is out. */
  boolean visitorWrites(Talk talk, String text) {
    if (isOut()) {
      return false;
    }
    boolean reopened = !talk.isOpen();
    if (reopened) {
      talk.state = dialect.first();
      talk.openSinceNanos = clockNanos();
      if (dialect.hasParts()) {
        // Who comes back starts with the chatbot again.
        talk.assignee = "";
      }
      talk.changes(clockNanos());
    }
    Said said = say(talk, By.VISITOR, "", text, false);
    stage.ears.visitorWrote(talk, text);
    tell(talk, dialect.visitorWrote(talk, said, reopened));
    return true;
  }

  // ---- what the chatbot and agents do; false if they can't, or while it is out ----

  boolean chatbotReplies(Talk talk, String text) {
    if (isOut() || talk.state != State.WITH_BOT) {
      return false;
    }
    say(talk, By.BOT, "", text, false);
    return true;
  }

  boolean handOver(Talk talk) {
    if (isOut() || talk.state != State.WITH_BOT) {
      return false;
    }
    opens(talk);
    return true;
  }

  private void opens(Talk talk) {
    talk.state = State.WITH_AGENTS;
    talk.openSinceNanos = clockNanos();
    changed(talk);
    tell(talk, dialect.handedOver(talk));
  }

  private void changed(Talk talk) {
    talk.changes(clockNanos());
    if (dialect.hasParts()) {
      talk.lastPart = ++lastNumber;
    }
  }

  boolean take(Talk talk, String account) {
    if (isOut() || talk.state != State.WITH_AGENTS) {
      return false;
    }
    boolean again = talk.assignee.equals(account);
    talk.assignee = account;
    if (!again || !dialect.hasParts()) {
      changed(talk);
    }
    tell(talk, dialect.taken(talk, again));
    return true;
  }

  boolean reply(Talk talk, String account, String text) {
    if (isOut() || !talk.isOpen()) {
      return false;
    }
    if (talk.state == State.WITH_BOT && !dialect.hasParts() && dialect instanceof Smartloop) {
      // An agent takes over simply by writing.
      opens(talk);
    }
    Said said = say(talk, By.AGENT, account, text, false);
    tell(talk, dialect.agentWrote(talk, said));
    return true;
  }

  boolean note(Talk talk, String account, String text) {
    boolean closed = chat == Chat.MOD && !talk.isOpen();
    if (isOut() || closed) {
      return false;
    }
    Said said = say(talk, By.AGENT, account, text, true);
    tell(talk, dialect.noted(talk, said));
    return true;
  }

  boolean close(Talk talk) {
    if (isOut() || !talk.isOpen()) {
      return false;
    }
    talk.state = State.CLOSED;
    changed(talk);
    tell(talk, dialect.closed(talk));
    return true;
  }

  private Said say(Talk talk, By by, String account, String text, boolean isPrivate) {
    Said said = new Said(++lastNumber, by, account, text, isPrivate, clockNanos());
    talk.said.add(said);
    talk.lastPart = said.number();
    return said;
  }

  private void tell(Talk talk, News news) {
    if (!news.isNone()) {
      stage.deliveries.send(name(), talk.id(), news, dialect.habits());
    }
  }

  // ---- what the pipeline asks for ----

  /** The pipeline writes. */
  Outcome<String> write(Effect.ToChat effect) {
    if (effect instanceof Effect.LetIn letIn) {
      stage.ears.letIn(letIn);
      return Outcome.written(CREATED, letIn.email());
    }
    Talk talk = talks.get(effect.conversation().id());
    if (talk == null) {
      return Outcome.refused(NOT_FOUND, "not_found");
    }
    boolean isNote = effect instanceof Effect.NoteToAgent;
    if (isNote && dialect instanceof Smartloop) {
      return Outcome.refused(OK, "this help chat has no private notes");
    }
    boolean known = !talk.keys.add(effect.key());
    if (!known || !dialect.knowsKeys()) {
      say(talk, By.PIPELINE, "", effect.text(), isNote);
      stage.ears.pipelineWrote(talk, effect.text(), isNote);
    }
    int status = dialect.knowsKeys() ? CREATED : OK;
    return Outcome.written(status, Long.toString(lastNumber));
  }

  /** The pipeline looks whether something stands. */
  Outcome<Optional<String>> find(Effect.ToChat effect) {
    Talk talk = talks.get(effect.conversation().id());
    return talk == null
        ? Outcome.refused(NOT_FOUND, "not_found")
        : Outcome.read(dialect.stands(talk, effect) ? Optional.of(effect.key()) : Optional.empty());
  }

  /** The conversations that aren't closed, oldest first. */
  Outcome<List<Talk>> open() {
    List<Talk> open = new ArrayList<>();
    for (Talk talk : talks.values()) {
      if (talk.isOpen()) {
        open.add(talk);
      }
    }
    return Outcome.read(open);
  }

  /** One conversation. */
  Outcome<Talk> one(String id) {
    Talk talk = talks.get(id);
    return talk == null ? Outcome.refused(NOT_FOUND, "not_found") : Outcome.read(talk);
  }
}
