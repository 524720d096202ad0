package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.live.Mailbox.Mail;
import gameday.mocks.chat.VisitorApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitTest {
  private final NotedVisits visits = new NotedVisits();

  @Test
  void opensTheWindowEarlyAndAsksAtItsMoment() {
    Visit visit = visit(Questions.inHelpChat(1).at(seconds(90)));

    Next early = visit.next(seconds(88).minusNanos(1));
    Next opens = visit.next(seconds(88));
    visit.ended(201, "c7", seconds(89));
    Next waits = visit.next(seconds(89));
    List<String> before = List.copyOf(visits.noted);
    Next asks = visit.next(seconds(90));

    assertEquals(new Next.Await(Optional.of(seconds(88))), early);
    assertEquals("/new/open", send(opens).call().path());
    assertEquals(new Next.Await(Optional.of(seconds(90))), waits);
    assertEquals(List.of(), before);
    assertEquals("/c7/ask", send(asks).call().path());
    assertEquals("I can't log in", send(asks).call().body());
    assertEquals(List.of("q-00001 asking"), visits.noted);
  }

  @Test
  void pressesSendAtItsMomentThoughTheWindowIsNotOpenYet() {
    Visit visit = visit(Questions.inHelpChat(1).at(seconds(90)));

    visit.next(seconds(88));
    visit.ended(503, "", seconds(89));
    Next waits = visit.next(seconds(89));
    Next again = visit.next(seconds(90));
    visit.ended(503, "", seconds(90));
    Next waitsLonger = visit.next(seconds(90));

    assertEquals(new Next.Await(Optional.of(seconds(90))), waits);
    assertEquals("/new/open", send(again).call().path());
    assertEquals(new Next.Await(Optional.of(seconds(105))), waitsLonger);
    assertEquals(
        List.of("q-00001 refused open 503", "q-00001 asking", "q-00001 refused open 503"),
        visits.noted);
  }

  @Test
  void sendsAnOpeningOfOneCallAtItsMomentOnly() {
    Visit visit =
        new Visit(
            Questions.inModChat(1).at(seconds(90)).question(),
            new OneStepChat(),
            true,
            seconds(2),
            visits);

    assertEquals(new Next.Await(Optional.of(seconds(88))), visit.next(seconds(80)));
    assertEquals(new Next.Await(Optional.of(seconds(90))), visit.next(seconds(88)));
    assertEquals(
        "https://horizon.example/sessions/keynote", send(visit.next(seconds(90))).call().path());
  }

  @Test
  void leavesOnceTheChatbotHasAnswered() {
    Visit visit = asked(Questions.inHelpChat(1));

    visit.mailbox().put(Mail.CHATBOT_RESOLVED);

    assertInstanceOf(Next.Leave.class, visit.next(seconds(3)));
    assertEquals(List.of("q-00001 asking", "q-00001 left"), visits.noted);
  }

  @Test
  void wantsAnAgentWhenTheChatbotCannotHelp() {
    Visit visit = asked(Questions.inHelpChat(1));

    visit.mailbox().put(Mail.CHATBOT_PASSED);
    Next please = visit.next(seconds(3));
    visit.ended(200, "", seconds(4));

    assertEquals(Visit.AGENT_PLEASE, send(please).call().body());
    assertEquals("q-00001 agent requested", visits.noted.getLast());
    assertEquals(new Next.Await(Optional.of(seconds(184))), visit.next(seconds(4)));
  }

  @Test
  void losesPatienceOnlyUntilSomebodyReplies() {
    Visit visit = asked(Questions.inModChat(1));

    visit.mailbox().put(Mail.TENDED);

    assertEquals(new Next.Await(Optional.empty()), visit.next(seconds(179)));
    assertEquals(new Next.Await(Optional.empty()), visit.next(seconds(100_000)));
  }

  @Test
  void givesUpSilentlyWhenPatienceEnds() {
    Visit visit = asked(Questions.inModChat(1));

    assertEquals(new Next.Await(Optional.of(seconds(180))), visit.next(seconds(179)));
    assertInstanceOf(Next.Leave.class, visit.next(seconds(180)));
    assertEquals("q-00001 gave up silently", visits.noted.get(1));
  }

  @Test
  void saysGoodbyeBeforeItGivesUpWithAWord() {
    Visit visit = asked(Questions.inModChat(1).sayingGoodbye());

    Next goodbye = visit.next(seconds(180));
    visit.ended(200, "", seconds(180));

    assertEquals(Visit.GOODBYE, send(goodbye).call().body());
    assertEquals(
        List.of("q-00001 asking", "q-00001 gave up with a word", "q-00001 left"), visits.noted);
  }

  @Test
  void writesFurtherMessagesAtTheirTimes() {
    Visit visit =
        asked(Questions.inModChat(1).then(seconds(20), "Hello?").then(seconds(30), "Anybody?"));

    assertEquals(new Next.Await(Optional.of(seconds(20))), visit.next(seconds(1)));
    assertEquals("Hello?", send(visit.next(seconds(20))).call().body());
    visit.ended(200, "", seconds(21));
    assertEquals(new Next.Await(Optional.of(seconds(50))), visit.next(seconds(21)));
    assertEquals("Anybody?", send(visit.next(seconds(50))).call().body());
  }

  @Test
  void asksOnAfterTheAnswerAndLeavesAfterTheNext() {
    Visit visit = asked(Questions.inHelpChat(1).followingUp(seconds(40), "And on Safari?"));

    visit.mailbox().put(Mail.ANSWERED);
    visit.mailbox().put(Mail.CLOSED);
    Next waits = visit.next(seconds(60));
    Next asksOn = visit.next(seconds(100));
    visit.ended(200, "", seconds(100));
    Next waitsAgain = visit.next(seconds(101));
    visit.mailbox().put(Mail.ANSWERED);

    assertEquals(new Next.Await(Optional.of(seconds(100))), waits);
    assertEquals("And on Safari?", send(asksOn).call().body());
    assertEquals(new Next.Await(Optional.empty()), waitsAgain);
    assertInstanceOf(Next.Leave.class, visit.next(seconds(130)));
  }

  @Test
  void triesAgainAfterAFailureAndGivesUpAfterARefusal() {
    Visit visit = visit(Questions.inHelpChat(1));

    visit.next(seconds(0));
    visit.ended(503, "", seconds(0));
    Next waits = visit.next(seconds(0));
    Next again = visit.next(Outbox.RETRY);
    visit.ended(403, "", Outbox.RETRY);

    assertEquals(new Next.Await(Optional.of(Outbox.RETRY)), waits);
    assertEquals("/new/open", send(again).call().path());
    assertInstanceOf(Next.Leave.class, visit.next(Outbox.RETRY));
    assertEquals(
        List.of(
            "q-00001 asking",
            "q-00001 refused open 503",
            "q-00001 refused open 403",
            "q-00001 left"),
        visits.noted);
  }

  @Test
  void goesHomeWhenSentWhateverIsOpen() {
    Visit visit = asked(Questions.inModChat(1));

    visit.mailbox().put(Mail.SENT_HOME);

    assertInstanceOf(Next.Leave.class, visit.next(seconds(2)));
    assertEquals(List.of("q-00001 asking", "q-00001 left"), visits.noted);
  }

  /** A chat that is opened by its first message; its path is the page, to be seen. */
  private record OneStepChat() implements VisitorApi {
    @Override
    public List<Step> opening(Visitor visitor, String text) {
      return new TwoStepChat()
              .opening(new Visitor(visitor.key(), visitor.name(), visitor.email()), text)
              .subList(1, 2)
              .stream()
              .map(step -> paged(step, visitor.page()))
              .toList();
    }

    private static Step paged(Step step, String page) {
      return new Step() {
        @Override
        public VisitorCall call(Map<String, String> known) {
          return new VisitorCall("POST", page, Map.of(), step.call(known).body());
        }

        @Override
        public Map<String, String> learn(String responseBody) {
          return step.learn(responseBody);
        }
      };
    }

    @Override
    public VisitorCall message(Visitor visitor, String conversation, String text) {
      throw new UnsupportedOperationException("nothing more is said");
    }
  }

  private Visit visit(Questions questions) {
    return new Visit(questions.question(), new TwoStepChat(), true, seconds(2), visits);
  }

  private Visit asked(Questions questions) {
    Visit visit = visit(questions);
    for (int call = 0; call < 2; call++) {
      send(visit.next(seconds(0)));
      visit.ended(200, "c1", seconds(0));
    }
    return visit;
  }

  private static Next.Send send(Next next) {
    return assertInstanceOf(Next.Send.class, next);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
