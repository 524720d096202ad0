package gameday.live;

import gameday.live.Outbox.Deed;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.chat.VisitorApi.Step;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.process.Chat;
import gameday.script.ScriptedQuestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * One asker's side of a conversation: which calls it takes. All calls of an opening but the last
 * open the window, so they belong before the moment of asking; the last one carries the first
 * message.
 */
final class ChatWindow {
  private final VisitorApi chat;
  private final Visitor visitor;
  private final String where;
  private final Map<String, String> known = new HashMap<>();
  private final Deque<Step> opening = new ArrayDeque<>();

  ChatWindow(VisitorApi chat, ScriptedQuestion question) {
    this.chat = chat;
    this.where = question.chat() == Chat.HELP ? "Help chat: " : "Mod chat: ";
    this.visitor =
        new Visitor(
            question.id().value(),
            question.asker().name(),
            question.asker().email(),
            question.page());
  }

  /** The asker goes to the chat to write {@code text}; nothing is sent yet. */
  void begin(String text) {
    opening.addAll(chat.opening(visitor, text));
  }

  /** Whether nothing of the opening is missing but the first message. */
  boolean isOpen() {
    return opening.size() <= 1;
  }

  Next.Send call(Deed deed) {
    return switch (deed.kind()) {
      case OPEN -> new Next.Send(where + "open", openingCall());
      case ASK -> new Next.Send(where + "ask", openingCall());
      case LINE, AGENT_PLEASE, FOLLOW_UP, COMEBACK, GOODBYE ->
          new Next.Send(
              where + "write",
              chat.message(visitor, known.getOrDefault("conversation", ""), deed.text()));
    };
  }

  private VisitorCall openingCall() {
    return opening.element().call(Map.copyOf(known));
  }

  /** A call of the opening was accepted. */
  void opened(String body) {
    known.putAll(opening.remove().learn(body));
  }
}
