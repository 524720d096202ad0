package gameday.people;

import gameday.script.ScriptedQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One message in the event's channel and its thread, as the response team sees it. */
final class Escalation {
  enum Phase {
    WAITING_FOR_CSM,
    WITH_CSM,
    WAITING_FOR_TECH_SUPPORT,
    WITH_TECH_SUPPORT,
    ANSWERED,
    /** Somebody has looked and could not tell whose question it is. */
    PUT_ASIDE
  }

  final String ts;
  Phase phase = Phase.WAITING_FOR_CSM;

  /** Counts what makes earlier intentions void. */
  int turn;

  Optional<Task> task = Optional.empty();
  Optional<Person> person = Optional.empty();
  private final Map<Conversation, Integer> chats = new LinkedHashMap<>();
  private Optional<ScriptedQuestion> question = Optional.empty();
  private Optional<String> answer = Optional.empty();

  /** Somebody has seen that their answer is wrong, and is about to edit it. */
  boolean toCorrect;

  Escalation(String ts) {
    this.ts = ts;
  }

  /** The question whose answer is the thread's; the first where several are grouped. */
  Optional<ScriptedQuestion> question() {
    return question;
  }

  void links(List<Conversation> more) {
    for (Conversation chat : more) {
      if (!chats.containsKey(chat)) {
        link(chat);
        answer.ifPresent(chat::answeredInThread);
      }
    }
  }

  /** Whose asker has come back is in this thread again, if it stands there and is not answered. */
  void linksAgain(List<Conversation> named, String text) {
    for (Conversation chat : named) {
      boolean left = chats.getOrDefault(chat, chat.comebacks) < chat.comebacks;
      if (left && answer.isEmpty() && text.contains(chat.question.issue())) {
        link(chat);
      }
    }
  }

  private void link(Conversation chat) {
    question = question.or(() -> Optional.of(chat.question));
    chats.put(chat, chat.comebacks);
    chat.inThread = true;
    chat.threadOpen = true;
  }

  void answered(String text) {
    answer = Optional.of(text);
    chats.forEach(
        (chat, comebacks) -> {
          if (comebacks == chat.comebacks) {
            chat.answeredInThread(text);
          }
        });
  }
}
