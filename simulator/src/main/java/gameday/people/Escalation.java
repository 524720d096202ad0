package gameday.people;

import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.List;
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
  final List<Conversation> chats = new ArrayList<>();
  Phase phase = Phase.WAITING_FOR_CSM;

  /** Counts what makes earlier intentions void. */
  int turn;

  Optional<Task> task = Optional.empty();
  Optional<Person> person = Optional.empty();
  private Optional<String> answer = Optional.empty();

  Escalation(String ts) {
    this.ts = ts;
  }

  /** The question whose answer is the thread's; the first where several are grouped. */
  Optional<ScriptedQuestion> question() {
    return chats.stream().findFirst().map(chat -> chat.question);
  }

  void links(List<Conversation> more) {
    for (Conversation chat : more) {
      if (!chats.contains(chat)) {
        chats.add(chat);
        chat.inThread = true;
        chat.threadOpen = true;
        answer.ifPresent(chat::answeredInThread);
      }
    }
  }

  void answered(String text) {
    answer = Optional.of(text);
    chats.forEach(chat -> chat.answeredInThread(text));
  }
}
