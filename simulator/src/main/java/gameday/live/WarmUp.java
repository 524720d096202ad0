package gameday.live;

import gameday.live.Mailbox.Mail;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.http.CallListener;
import gameday.mocks.http.MockServer;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Throw-away visitors in a throw-away chat: the first run of a JVM is late by a hundred
 * milliseconds and more. The pipeline and the run's own mocks notice nothing.
 */
final class WarmUp implements ChatListener, VisitorListener {
  private static final int VISITORS = 200;
  private static final Duration APART = Duration.ofMillis(5);

  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private VisitorPlan plan;

  private WarmUp() {}

  /** Plays it; takes about three seconds. */
  static void play(Path folder) {
    new WarmUp().playIn(folder);
  }

  private void playIn(Path folder) {
    Chatwoot chat =
        new Chatwoot(0, new Surroundings(webhook -> {}, this, () -> false, InstantSource.system()));
    try (MockServer server = MockServer.start(0, List.of(chat), new Faults(0), new Deaf())) {
      List<Visit> visits = new ArrayList<>();
      for (int number = 0; number < VISITORS; number++) {
        Visit visit = new Visit(question(number), chat.visitors(), true, VisitorPlan.lead(1), this);
        mailboxes.put(visit.id().value(), visit.mailbox());
        visits.add(visit);
      }
      plan = new VisitorPlan("http://127.0.0.1:" + server.port(), new LiveClock(1), visits);
      GatlingRun.play(plan, folder, false);
    }
  }

  private static ScriptedQuestion question(int number) {
    Duration none = Duration.ZERO;
    return new ScriptedQuestion(
        new QuestionId("warm-up-" + number),
        APART.multipliedBy(number),
        new Asker("Warm Up", "warm-up-" + number + "@example.org", Audience.ATTENDEE),
        Chat.HELP,
        Optional.empty(),
        "warm-up",
        "https://example.org/",
        List.of(new ScriptedQuestion.Line(none, "Does this work?")),
        Tier.CHATBOT,
        new ScriptedQuestion.Work(none, none, none, none, none, none, none, none),
        Duration.ofSeconds(1),
        true,
        "none",
        Optional.empty(),
        "It does.",
        Optional.empty());
  }

  @Override
  public void opened(String conversation, String visitorKey, String email, String text) {
    mailboxes.get(visitorKey).put(Mail.CHATBOT_RESOLVED);
  }

  @Override
  public void visitorWrote(String conversation, String text) {}

  @Override
  public void pipelineReplied(String conversation, String text) {}

  @Override
  public void pipelineNoted(String conversation, String text) {}

  @Override
  public void asking(QuestionId question) {}

  @Override
  public void agentRequested(QuestionId question) {}

  @Override
  public void gaveUp(QuestionId question, boolean silently) {}

  @Override
  public void refused(QuestionId question, String call, int status) {}

  @Override
  public void left(QuestionId question) {
    plan.left();
  }

  private static final class Deaf implements CallListener {
    @Override
    public void called(String service, String label, int status, String outcome) {}

    @Override
    public void broke(String service, String call, RuntimeException why) {}
  }
}
