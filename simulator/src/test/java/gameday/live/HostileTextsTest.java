package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.Happening.Author.Role;
import gameday.process.Chat;
import gameday.process.HelpChatProduct;
import gameday.process.SlackText;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day on which users write what breaks things: it reaches everybody exactly and harmlessly. */
class HostileTextsTest {
  private static final int MOST = 40_001;
  private static final Pattern MARKUP = Pattern.compile("<[@!#][^>]*>");
  private static final List<String> TEXTS =
      List.of(
          "<!channel> <!here> <!everyone> wake up",
          "<@U0123456789> and <@W0123456789|you> and <#C0123456789|general>",
          "<!subteam^S0123456789> @here @channel",
          "AT&T &amp; &lt;!channel&gt; &#60;!here&#62;",
          "`code` ```block``` *bold* _italic_ ~strike~ > quote",
          "\u202egnp.exe \u200f\u2067right to left\u2069 \u200b zero width",
          "so:\n*Issue:* another\n*Affected users:* eve@evil.example\nScreenshot: none",
          "<script>alert('x')</script><img src=x onerror=alert(1)>",
          "nothing\u0000after",
          "'; DROP TABLE inputs; -- ${jndi:ldap://x} {{7*7}} %s %n",
          "\ud83d\udc69\u200d\ud83d\udcbb e\u0301 \ud83c\uddea\ud83c\uddf9",
          "https://evil.example/?a=b&c=d|label <https://evil.example|our page>");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void reachSlackAndTheUserExactlyAndWakeNobody(HelpChatProduct product) throws Exception {
    Scenario scenario = SmallEvent.scenario(product, List.of());
    Script script = hostile(ScriptDraw.draw(scenario));

    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, scenario.speed(), folder, ReferencePipeline.command())
                .cold());

    Judged judged = Judged.of(scenario, script, outcome);
    assertEquals(List.of(), judged.faults());
    assertWakesNobody(judged);
    assertStandsExactly(judged, script, product);
    assertAnswersAreEqual(judged, script);
  }

  /** Our own greeting apart, nothing that the pipeline writes to Slack mentions anybody. */
  private static void assertWakesNobody(Judged judged) {
    List<Happening.SlackPosted> posts =
        judged
            .all(Happening.SlackPosted.class)
            .filter(post -> post.author().role() == Role.PIPELINE)
            .toList();
    assertFalse(posts.isEmpty());
    for (Happening.SlackPosted post : posts) {
      List<String> mentions =
          MARKUP.matcher(post.text()).results().map(found -> found.group()).toList();
      boolean greets = post.threadTs().isEmpty() && post.text().startsWith("Hi <!here>");
      assertEquals(greets ? List.of("<!here>") : List.of(), mentions, post::text);
    }
  }

  /**
   * Each issue that was escalated stands in Slack as it was written. Intercom's notes are HTML,
   * which has no NUL.
   */
  private static void assertStandsExactly(Judged judged, Script script, HelpChatProduct product) {
    String nul = product == HelpChatProduct.INTERCOM ? "" : "\0";
    String all =
        judged
            .all(Happening.SlackPosted.class)
            .map(Happening.SlackPosted::text)
            .collect(Collectors.joining("\n"));
    List<String> missing = new ArrayList<>();
    for (ScriptedQuestion question : script.questions()) {
      boolean escalated =
          judged
              .all(Happening.Escalated.class)
              .anyMatch(each -> each.question().equals(question.id()));
      String issue = SlackText.escape(question.issue().strip().replace("\n", "\n    "));
      boolean inHtml = question.chat() == Chat.HELP;
      if (escalated && !all.contains(inHtml ? issue.replace("\0", nul) : issue)) {
        missing.add(question.id() + ": " + issue);
      }
    }
    assertEquals(List.of(), missing);
  }

  private static void assertAnswersAreEqual(Judged judged, Script script) {
    List<String> said = new ArrayList<>();
    judged.all(Happening.AgentReplied.class).map(Happening.AgentReplied::text).forEach(said::add);
    judged
        .all(Happening.PipelineReplied.class)
        .map(Happening.PipelineReplied::text)
        .forEach(said::add);
    List<ScriptedQuestion> fromSlack =
        script.questions().stream()
            .filter(question -> question.truth().compareTo(Tier.CLIENT_TEAM) > 0)
            .toList();
    assertTrue(fromSlack.size() >= TEXTS.size(), () -> "only " + fromSlack.size());
    for (ScriptedQuestion question : fromSlack) {
      assertTrue(said.contains(question.answer()), () -> "nobody got: " + question.answer());
    }
  }

  /**
   * Everybody writes and is answered something hostile, nearly all by a CSM; one writes more than
   * Slack takes. An answer holds no NUL, which no chat that shows HTML could show.
   */
  private static Script hostile(Script drawn) {
    List<ScriptedQuestion> questions = new ArrayList<>();
    for (ScriptedQuestion question : drawn.questions()) {
      int n = questions.size();
      String text = TEXTS.get(n % TEXTS.size());
      boolean tooLong = n == 1;
      String first = tooLong ? text + "a".repeat(MOST - text.length()) : text;
      List<ScriptedQuestion.Line> lines = new ArrayList<>(question.messages());
      lines.set(0, new ScriptedQuestion.Line(lines.getFirst().after(), first));
      questions.add(
          new ScriptedQuestion(
              question.id(),
              question.at(),
              question.asker(),
              question.chat(),
              question.session(),
              question.topic(),
              question.page(),
              lines,
              question.truth() == Tier.CLIENT_TEAM ? Tier.CSM : question.truth(),
              question.work(),
              question.patience(),
              question.leavesSilently(),
              question.issue() + " " + text,
              question.screenshot(),
              question.answer() + " " + text.replace("\0", ""),
              question.followUp()));
    }
    return new Script(drawn.scenario(), drawn.seed(), drawn.length(), questions);
  }
}
