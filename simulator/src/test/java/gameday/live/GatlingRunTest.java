package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.live.Mailbox.Mail;
import gameday.script.QuestionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatlingRunTest {
  @TempDir Path folder;

  private final NotedVisits visits = new NotedVisits();
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

  @Test
  void asksEachQuestionOnceAndNoneBeforeItsMoment() throws IOException {
    LiveClock clock = new LiveClock(60);
    try (StubChat chat = new StubChat(this::chatbotResolves)) {
      List<Questions> questions =
          IntStream.range(0, 40)
              .mapToObj(n -> Questions.inHelpChat(n).at(Duration.ofSeconds(n * 4L)))
              .toList();

      boolean good = GatlingRun.play(plan(chat, clock, questions), folder, false);

      assertTrue(good);
      List<StubChat.Came> asked =
          chat.came.stream().filter(came -> came.path().endsWith("/ask")).toList();
      assertEquals(40, asked.size());
      for (StubChat.Came came : asked) {
        int number = Integer.parseInt(came.path().substring(5, 10));
        Duration at = Duration.ofSeconds(number * 4L);
        assertTrue(came.nanoTime() >= clock.nanoTimeOf(at), () -> came + " came before " + at);
      }
    }
  }

  @Test
  void letsAnAskerWaitForWhatComesByMailAndAskOn() throws IOException {
    LiveClock clock = new LiveClock(600);
    try (StubChat chat =
        new StubChat(
            came -> {
              if (came.path().endsWith("/ask")) {
                put(came, Mail.CHATBOT_PASSED);
              } else if (!came.path().endsWith("/open")) {
                put(came, Mail.ANSWERED);
              }
            })) {
      Questions question =
          Questions.inHelpChat(1).followingUp(Duration.ofSeconds(60), "And on Safari?");

      GatlingRun.play(plan(chat, clock, List.of(question)), folder, false);

      assertEquals(
          List.of("q-00001", "I can't log in", Visit.AGENT_PLEASE, "And on Safari?"),
          chat.came.stream().map(StubChat.Came::body).toList());
      assertEquals(
          List.of("q-00001 asking", "q-00001 agent requested", "q-00001 left"), visits.noted);
    }
  }

  @Test
  void letsAnAskerLeaveWhosePatienceEnds() throws IOException {
    LiveClock clock = new LiveClock(600);
    try (StubChat chat = new StubChat(came -> {})) {
      GatlingRun.play(
          plan(chat, clock, List.of(Questions.inModChat(1).sayingGoodbye())), folder, false);

      assertEquals(Visit.GOODBYE, chat.came.getLast().body());
      assertEquals(
          List.of("q-00001 asking", "q-00001 gave up with a word", "q-00001 left"), visits.noted);
    }
  }

  @Test
  void seesThatACallHadNoAnswer() throws IOException {
    LiveClock clock = new LiveClock(6000);
    String nobody;
    try (StubChat closed = new StubChat(came -> {})) {
      nobody = closed.url();
    }
    VisitorPlan plan = plan(nobody, clock, List.of(Questions.inHelpChat(1)));

    GatlingRun.play(plan, folder, false);

    assertEquals("q-00001 refused open 0", visits.noted.getFirst());
    assertEquals("q-00001 left", visits.noted.getLast());
  }

  @Test
  void endsAtOnceWhenStoppedThoughMostAreStillToCome() throws IOException {
    LiveClock clock = new LiveClock(1);
    CompletableFuture<VisitorPlan> plan = new CompletableFuture<>();
    try (StubChat chat = new StubChat(came -> plan.join().stop())) {
      Questions tomorrow = Questions.inHelpChat(2).at(Duration.ofDays(1));
      plan.complete(plan(chat, clock, List.of(Questions.inHelpChat(1), tomorrow)));

      GatlingRun.play(plan.join(), folder, false);

      assertFalse(chat.came.isEmpty());
      assertTrue(visits.noted.stream().noneMatch(noted -> noted.startsWith("q-00002")));
    }
  }

  @Test
  void keepsTheTerminalToItselfAndWritesAReportWhenAsked() throws IOException {
    PrintStream terminal = System.out;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (StubChat chat = new StubChat(this::chatbotResolves)) {
      GatlingRun.play(
          plan(chat, new LiveClock(60), List.of(Questions.inHelpChat(1))), folder, true);
    } finally {
      System.setOut(terminal);
    }

    assertEquals("", shown.toString(StandardCharsets.UTF_8));
    assertTrue(Files.readString(folder.resolve("gatling.log")).contains("VisitorSimulation"));
    try (var files = Files.walk(folder.resolve("gatling"))) {
      assertTrue(files.anyMatch(file -> file.endsWith("index.html")));
    }
  }

  @Test
  void leavesStandardErrorOpenWhateverRunsFollow() throws IOException {
    PrintStream terminal = System.err;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (StubChat chat = new StubChat(this::chatbotResolves)) {
      for (int run = 0; run < 2; run++) {
        GatlingRun.play(
            plan(chat, new LiveClock(60), List.of(Questions.inHelpChat(run))), folder, false);
      }
      System.err.print("still there");
    } finally {
      System.setErr(terminal);
    }

    assertEquals("still there", shown.toString(StandardCharsets.UTF_8));
  }

  private VisitorPlan plan(StubChat chat, LiveClock clock, List<Questions> questions) {
    return plan(chat.url(), clock, questions);
  }

  private VisitorPlan plan(String url, LiveClock clock, List<Questions> questions) {
    CompletableFuture<VisitorPlan> plan = new CompletableFuture<>();
    VisitorListener listener = new EndOfVisits(visits, plan);
    List<Visit> all = new ArrayList<>();
    Duration lead = VisitorPlan.lead(clock.speed());
    for (Questions one : questions) {
      Visit visit = new Visit(one.question(), new TwoStepChat(), true, lead, listener);
      mailboxes.put(visit.id().value(), visit.mailbox());
      all.add(visit);
    }
    plan.complete(new VisitorPlan(url, clock, all));
    return plan.join();
  }

  private void chatbotResolves(StubChat.Came came) {
    if (came.path().endsWith("/ask")) {
      put(came, Mail.CHATBOT_RESOLVED);
    }
  }

  private void put(StubChat.Came came, Mail mail) {
    mailboxes.get(came.path().substring(3, 10)).put(mail);
  }

  /** Passes on, and tells the plan who has left, as a rehearsal does. */
  private record EndOfVisits(NotedVisits visits, CompletableFuture<VisitorPlan> plan)
      implements VisitorListener {
    @Override
    public void asking(QuestionId question) {
      visits.asking(question);
    }

    @Override
    public void agentRequested(QuestionId question) {
      visits.agentRequested(question);
    }

    @Override
    public void gaveUp(QuestionId question, boolean silently) {
      visits.gaveUp(question, silently);
    }

    @Override
    public void refused(QuestionId question, String call, int status) {
      visits.refused(question, call, status);
    }

    @Override
    public void left(QuestionId question) {
      visits.left(question);
      plan.join().left();
    }
  }
}
