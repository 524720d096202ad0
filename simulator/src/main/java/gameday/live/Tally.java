package gameday.live;

import gameday.history.Happening;
import gameday.script.QuestionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what happens, for progress and for the end. Safe for use by many threads. */
final class Tally {
  private final Set<QuestionId> asked = new HashSet<>();
  private final Set<QuestionId> escalated = new HashSet<>();
  private final Set<QuestionId> answered = new HashSet<>();
  private final Set<QuestionId> gaveUp = new HashSet<>();
  private final Map<QuestionId, Long> waitingSince = new HashMap<>();

  synchronized void see(long nanoTime, Happening what) {
    switch (what) {
      case Happening.Asked now -> {
        asked.add(now.question());
        if (now.chat() == gameday.process.Chat.MOD) {
          waitingSince.putIfAbsent(now.question(), nanoTime);
        }
      }
      case Happening.AgentRequested now -> waitingSince.putIfAbsent(now.question(), nanoTime);
      case Happening.Escalated now -> escalated.add(now.question());
      case Happening.SlackPosted now -> escalated.addAll(now.questions());
      case Happening.ChatbotReplied now -> {
        if (now.resolves()) {
          answered(now.question());
        }
      }
      case Happening.AgentReplied now -> {
        waitingSince.remove(now.question());
        if (now.answers()) {
          answered(now.question());
        }
      }
      case Happening.GaveUp now -> {
        waitingSince.remove(now.question());
        gaveUp.add(now.question());
      }
      case Happening other -> {}
    }
  }

  /** A question has its answer, from whomever. */
  synchronized void answered(QuestionId question) {
    waitingSince.remove(question);
    answered.add(question);
  }

  synchronized int asked() {
    return asked.size();
  }

  synchronized int escalated() {
    return escalated.size();
  }

  synchronized int answered() {
    return answered.size();
  }

  synchronized int gaveUp() {
    return gaveUp.size();
  }

  /** Asked, but neither answered nor given up. */
  synchronized int open() {
    return (int)
        asked.stream().filter(id -> !answered.contains(id) && !gaveUp.contains(id)).count();
  }

  /** The longest that anybody waits for a person now, wall nanoseconds. */
  synchronized long longestWaitNanos(long nanoTime) {
    return waitingSince.values().stream().mapToLong(since -> nanoTime - since).max().orElse(0);
  }
}
