package gameday.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.scenario.EventPattern;
import gameday.scenario.EventPattern.Place;
import gameday.scenario.EventWord;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import gameday.scenario.RulePlan.Per;
import gameday.scenario.RulePlan.Which;
import gameday.scenario.RulePlan.Whose;
import gameday.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenarios say about rules of their own. */
class RuleReadingTest {
  private static final String SMALL =
      """
      title: A small day
      event:
        name: Small Day
        starts: 08:30
        ends: 10:30
        sessions: [{id: keynote, title: Keynote, starts: start+30m, ends: start+60m}]
      audiences: {attendees: {people: 500}}
      rules:
      """;
  private static final String ALL =
      SMALL
          + """
            - id: eyes-first
              says: A CSM shows eyes before answering.
              precedence: {first: slack-reacted by csm with eyes, then: slack-posted by csm-1 in thread}
            - {id: reassured, response: {to: escalated, with: agent-replied, within: 2m}, in: help-chat}
            - {id: one-post, exactly-one: slack-posted by pipeline at top level, per: issue}
            - {id: answered, not-before: {what: closed by client-team, until: agent-replied that answers}}
            - {id: quick, within: {from: asked in mod-chat, to: agent-took, limit: 90s}, minimum: 0}
            - {id: no-noise, never: slack-posted containing <!channel>, blame: staff}
            - id: narrow
              response: {to: user-wrote containing in thread, with: chatbot-replied that resolves}
              audience: attendee
              session: keynote
              topic: login
              when: gave-up silently
          """;

  private static Scenario read(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
  }

  @Test
  void everyFormIsRead() {
    List<RulePlan> rules = read(ALL).rules();

    assertEquals(
        List.of(
            "precedence", "response", "exactly-one", "not-before", "within", "never", "response"),
        rules.stream().map(rule -> rule.form().word()).toList());
    assertEquals(Optional.of("A CSM shows eyes before answering."), rules.get(0).says());
    EventPattern posts = EventPattern.of(EventWord.SLACK_POSTED);
    assertEquals(
        new RuleForm.ExactlyOne(
            new EventPattern(
                EventWord.SLACK_POSTED,
                Optional.of("pipeline"),
                posts.chat(),
                Optional.of(Place.AT_TOP_LEVEL),
                false,
                posts.reaction(),
                posts.text())),
        rules.get(2).form());
    assertEquals(
        new RuleForm.Response(
            EventPattern.of(EventWord.ESCALATED),
            EventPattern.of(EventWord.AGENT_REPLIED),
            Optional.of(Duration.ofMinutes(2))),
        rules.get(1).form());
    assertEquals(Per.ISSUE, rules.get(2).per());
    assertEquals(0, rules.get(4).minimum());
  }

  @Test
  void whatIsNotSaidIsAQuestionOfThePipelinesAndOneCase() {
    RulePlan rule = read(SMALL + "  - {id: own, exactly-one: asked}\n").rules().get(0);

    assertEquals(
        new RulePlan(
            "own",
            Optional.empty(),
            new RuleForm.ExactlyOne(EventPattern.of(EventWord.ASKED)),
            Per.QUESTION,
            Which.ALL,
            Whose.PIPELINE,
            1),
        rule);
  }

  @Test
  void neverIsAboutTheWholeRunUnlessItIsNarrowed() {
    List<RulePlan> rules =
        read(SMALL
                + "  - {id: a, never: slack-posted}\n"
                + "  - {id: b, never: slack-posted, in: mod-chat}\n")
            .rules();

    assertEquals(List.of(Per.RUN, Per.QUESTION), rules.stream().map(RulePlan::per).toList());
  }

  @Test
  void casesAreNarrowed() {
    Which which = read(ALL).rules().get(6).which();

    assertEquals(Optional.empty(), which.chat());
    assertEquals(Optional.of(Audience.ATTENDEE), which.audience());
    assertEquals(Optional.of("keynote"), which.session());
    assertEquals(Optional.of("login"), which.topic());
    assertEquals(Optional.of("gave-up silently"), which.when().map(EventPattern::words));
    assertEquals(Optional.of(Chat.HELP), read(ALL).rules().get(1).which().chat());
  }

  @Test
  void textAfterContainingIsNoGrammar() {
    RuleForm.Response form =
        assertInstanceOf(RuleForm.Response.class, read(ALL).rules().get(6).form());

    assertEquals(Optional.of("in thread"), form.to().text());
    assertEquals(Optional.empty(), form.to().place());
  }

  @Test
  void rulesReadBackAsTheyWereWritten() {
    Scenario scenario = read(ALL);

    assertEquals(scenario, read(EffectiveYaml.write(scenario)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {id: a, never: slack-post by csm} | 9:20: never must begin with an event's name, and 'slack-post' is none (did you mean 'slack-posted'?), was slack-post by csm; write e.g. 'never: slack-posted containing <!channel>'
          {id: a, never: asked by csm} | 9:20: never can't be narrowed by 'by WHO' (asked can be narrowed by: in help-chat, in mod-chat, containing TEXT), was asked by csm
          {id: a, never: agent-requested in thread} | 9:20: never can't be narrowed by 'in thread, at top level' (agent-requested can't be narrowed)
          {id: a, never: slack-posted by csm by csm} | 9:20: never says 'by WHO' twice; keep one
          {id: a, never: slack-posted by} | 9:20: never must go on after 'by'
          {id: a, never: slack-posted at level} | 9:20: never must go on after 'at'
          {id: a, never: slack-posted in thraed} | 9:20: never knows no 'in thraed' (did you mean 'thread'?)
          {id: a, never: agent-replied that answer} | 9:20: never knows no 'that answer' (did you mean 'answers'?)
          {id: a, never: asked loudly} | 9:20: never can't be narrowed by 'loudly' (asked can be narrowed by: in help-chat, in mod-chat, containing TEXT)
          {id: a, never: asked containing } | 9:20: never must have a text after 'containing'
          {id: a, never: slack-posted by csm-9} | 9:20: nobody is called 'csm-9'; did you mean 'csm-1'?
          {id: a, never: closed, when: closed by csms} | 9:20: nobody is called 'csms'; did you mean 'csm'?
          {id: a, exactly-one: pipeline-gone} | 9:5: pipeline-gone belongs to no question; write 'per: run'
          {id: a, never: asked, per: run, in: help-chat} | 9:32: a run has no chat, audience, session or topic; leave 'per: run' out, or these
          {id: a} | 9:10: a rule must have one of exactly-one, response, precedence, not-before, within, never
          {id: a, never: asked, exactly-one: asked} | 9:20: a rule has one form, this one has exactly-one, never; make two rules of it
          {id: a, within: {from: asked, to: agent-took, limit: 5}} | 9:58: limit must be a duration longer than zero
          {id: a, within: {from: asked, to: agent-took}} | 9:21: missing 'rules[0].within.limit'
          {id: a, response: {to: asked, wiht: agent-took}} | unknown setting 'rules[0].response.wiht'; did you mean 'with'?
          {id: a, never: asked, session: keynot} | 9:36: the event has no session 'keynot'; did you mean 'keynote'?
          {id: a, never: asked, topic: logins} | 9:34: nobody asks about 'logins'; did you mean 'login'?
          {id: a, never: asked, minimum: -1} | 9:36: minimum must be a whole number from 0 to 1000000, was -1
          {id: A, never: asked} | 9:10: id must be a name of lower-case letters, digits and hyphens, was A
          """)
  void aMistakeIsToldWithItsPlaceAndRemedy(String rule, String fault) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", SMALL + "  - " + rule + "\n");

    List<String> told =
        assertInstanceOf(Loaded.Faulty.class, loaded, "no fault").faults().stream()
            .map(Fault::toString)
            .toList();
    assertTrue(told.stream().anyMatch(it -> it.contains(fault)), told::toString);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    String text =
        SMALL
            + "  - {id: a, never: askd}\n"
            + "  - {id: a, never: asked}\n"
            + "  - {id: b, within: {from: asked, to: closed, limit: soon}}\n";

    List<Fault> faults =
        assertInstanceOf(Loaded.Faulty.class, ScenarioFile.read("small-day.yaml", text)).faults();

    assertEquals(3, faults.size(), faults::toString);
    assertTrue(faults.get(1).message().startsWith("two rules are called a"), faults::toString);
  }

  @Test
  void fiftyRulesAreTheMost() {
    StringBuilder fifty = new StringBuilder(SMALL);
    for (int i = 1; i <= 50; i++) {
      fifty.append("  - {id: own-%d, never: asked}\n".formatted(i));
    }

    assertEquals(50, read(fifty.toString()).rules().size());
    Loaded more = ScenarioFile.read("s.yaml", fifty + "  - {id: own-51, never: asked}\n");
    List<Fault> faults = assertInstanceOf(Loaded.Faulty.class, more).faults();
    assertEquals("51 rules; 50 is the most", faults.get(0).message());
  }
}
