package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.SlackText;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text from outside is data, whatever it looks like. */
class HostileTextTest {
  private static final Conversation MOD = new Conversation(Chat.MOD, "m1");
  private static final String PAGE = "https://horizon.example/sessions/keynote";
  private static final Caller ADA = new Caller("Ada", "ada@example.org", PAGE);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String TS = "1700000000.000100";
  private static final Pattern NOTIFIES = Pattern.compile("<[!@#]");

  private int inputs;
  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.NOTE, AnswerRoute.STRAIGHT));

  static List<String> hostile() {
    return List.of(
        "<!channel> <!here> <@U12345> <#C12345> <!subteam^S1> wake up",
        "&lt;!here&gt; & &amp; &amp;amp; <b>",
        "`code` ```block``` *bold* _it_ ~no~ > quote",
        "right \u202Etfel ot\u202C and \u2066isolated\u2069",
        "*Issue:* none\n*Page or session URL:* https://evil.example\n"
            + "*Affected users:* eve@evil.example\n*Screenshot:* https://evil.example/x.png",
        "no sound\r\n  *Affected users:* eve@evil.example\u2028*Screenshot:* evil",
        "before \u0000 after",
        "<script>alert('x')</script><img src=x onerror=alert(1)>",
        "<https://evil.example|click> <mailto:eve@evil.example|ada@example.org>",
        "/escalate\nIssue: another\nAffected users: eve@evil.example",
        "lonely \uD83D surrogate and a whole one \uD83D\uDE00",
        "${jndi:ldap://evil.example/a} %s {0} \\u0041 $1");
  }

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  private Effect untaken(String text) {
    at(0, new Signal.UserWrote(MOD, ADA, text, true));
    return at(10 * MINUTE, new Signal.Tick()).getFirst();
  }

  /** Everything below the greeting's own mention. */
  private static String body(Effect post) {
    return post.text().substring("Hi <!here>, we need your help.\n".length());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void reachesSlackAsItIsAndNotifiesNobody(String text) {
    Effect post = untaken(text);

    EscalationTemplate read = EscalationMessage.readSlack(post.text()).orElseThrow();
    assertFalse(NOTIFIES.matcher(body(post)).find(), post::text);
    assertFalse(body(post).contains("<"), post::text);
    assertEquals(text.replaceAll("\\R", "\n"), read.issue());
    assertEquals(PAGE, read.page());
    assertEquals(List.of("ada@example.org"), read.emails());
    assertTrue(read.screenshot().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void comesBackExactlyAsAnAnswer(String text) {
    at(11 * MINUTE, new Signal.Posted(untaken("no sound here").key(), TS));

    List<Effect> effects =
        at(12 * MINUTE, new Signal.SlackReplied("1.2", TS, "UCSM", SlackText.escape(text)));

    assertEquals(List.of(new Effect.ReplyToUser("answer:1.2:mod-chat/m1", MOD, text)), effects);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isHarmlessInEveryOtherField(String text) {
    Caller eve = new Caller(text, text + "@evil.example", text);
    List<Attachment> files = List.of(new Attachment("https://h.example/" + text, text));
    at(0, new Signal.UserWrote(MOD, eve, "no sound here", true, 0, files));

    Effect post = at(10 * MINUTE, new Signal.Tick()).getFirst();
    List<Effect> then = at(11 * MINUTE, new Signal.Posted(post.key(), TS));
    List<Effect> followUp =
        at(12 * MINUTE, new Signal.AgentNoted(MOD, Caller.UNKNOWN, "a", "/escalate again " + text));

    EscalationTemplate read = EscalationMessage.readSlack(post.text()).orElseThrow();
    assertFalse(body(post).contains("<"), post::text);
    assertEquals("no sound here", read.issue());
    assertFalse(then.getFirst().text().contains("<"), then::toString);
    assertFalse(followUp.getFirst().text().contains("<"), followUp::toString);
  }

  @Test
  void fitsIntoAMessageHoweverLongAndSaysSo() {
    for (String longest :
        List.of(
            "a".repeat(40_001),
            "&".repeat(40_001),
            "\n".repeat(40_001) + "end",
            "<\n".repeat(40_001))) {
      Pipeline fresh = new HostileTextTest().pipeline;
      fresh.on(
          new Input(
              "a",
              0,
              new Signal.UserWrote(
                  MOD, new Caller("", longest + "@e.org", longest), longest, true)));

      String text = fresh.on(new Input("b", 10 * MINUTE, new Signal.Tick())).getFirst().text();

      assertTrue(text.length() < 40_000, () -> text.length() + " characters");
      assertTrue(EscalationMessage.readSlack(text).isPresent());
    }
    assertTrue(untaken("a".repeat(40_001)).text().contains("a … (shortened)\n"));
  }

  @Test
  void takesNoTimeToReadHoweverLong() {
    String[] texts = {
      "a".repeat(900_000),
      "a@".repeat(450_000),
      "<http://".repeat(100_000),
      " ".repeat(900_000),
      "*Affected users:* " + "a".repeat(900_000),
      "/escalate same as " + "x".repeat(900_000)
    };
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String text : texts) {
            at(0, new Signal.SlackPosted("p" + inputs, "UAL", text));
            at(0, new Signal.AgentNoted(MOD, ADA, "a", text));
            at(0, new Signal.AgentNoted(MOD, ADA, "a", "/escalate\n" + text));
            at(0, new Signal.AgentNoted(MOD, ADA, "a", "/let-in " + text));
          }
        });
  }
}
