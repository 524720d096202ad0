package gameday.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.scenario.AudiencePlan.Peak;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.scenario.Spread;
import gameday.scenario.TeamPlan.Shift;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
  private static final String SMALL =
      """
      title: A small day
      event:
        name: Small Day
        starts: 08:30
        ends: 10:30
        sessions:
          - {id: keynote, title: Opening, starts: 09:00, ends: 09:45}
      audiences:
        attendees:
          people: 500
          questions: 4%
        speakers: {people: 4}
      objectives:
        - abandoned < 5%
      """;

  @Test
  void aSmallFileIsEnough() {
    Scenario scenario = good(SMALL);

    assertEquals("small-day", scenario.name());
    assertEquals(60, scenario.speed());
    assertEquals(Duration.ofHours(2), scenario.event().length());
    assertEquals(Duration.ofMinutes(30), scenario.event().sessions().getFirst().starts());
    assertEquals(20, scenario.audiences().getFirst().questions());
    assertEquals(0.8, scenario.audiences().get(1).modChatShare());
    assertEquals(EscalationWay.NOTE, scenario.process().way());
    assertEquals(AnswerRoute.THROUGH_AGENT, scenario.process().route());
    assertEquals(List.of("abandoned < 5%"), scenario.objectives());
  }

  @Test
  void onlySomeQuestionsCanBePlayedAndThatReadsBack() {
    Scenario scenario = good(SMALL + "only: [q-00007, q-00002]\n");

    assertEquals(List.of("q-00007", "q-00002"), scenario.only());
    assertEquals(scenario, good(EffectiveYaml.write(scenario)));
    assertEquals(List.of(), good(SMALL).only());
  }

  @Test
  void whatIsNoQuestionsIdIsRefused() {
    assertEquals(
        List.of(
            "small-day.yaml:15:17: only[1] must be a question's id, was q7; write e.g. 'only: q-00042'"),
        faults(SMALL + "only: [q-00007, q7]\n"));
  }

  @Test
  void allFaultsComeAtOnceEachWithItsPlace() {
    String text =
        SMALL
            .replace("people: 500", "peopel: 500")
            .replace("questions: 4%", "rate: -3/min")
            .replace("ends: 09:45", "ends: 08:45")
            .replace("speakers: {people: 4}", "speakers: {people: four}");

    assertEquals(
        List.of(
            "small-day.yaml:7:58: session 'keynote' must end after it starts; correct starts or"
                + " ends",
            "small-day.yaml:10:5: missing 'audiences.attendees.people' (how many of them there"
                + " are); write e.g. 'people: 5000'",
            "small-day.yaml:10:5: unknown setting 'audiences.attendees.peopel'; did you mean"
                + " 'people'?",
            "small-day.yaml:11:11: rate must be positive, was -3/min; write e.g. 'rate: 3/min'",
            "small-day.yaml:12:22: people must be a whole number from 1 to 10000000, was four;"
                + " write e.g. 'people: 5000'"),
        faults(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          staff: {csm: {people: 1, solvs: 9%}} | unknown setting 'staff.csm.solvs'; did you mean 'solves'?
          speed: fast | speed must be a number from 0.01 to 3600, was fast; write e.g. 'speed: 60'
          staff: 7 | staff must be a section of settings, was '7'
          chatbot: {answers: exponential(4m)x} | answers must be a duration such as 30s
          chatbot: {resolves: 140%} | resolves must be a share from 0% to 100%, was 140%
          help-chat: {provider: chatwod} | provider must be one of chatwoot, smartloop, intercom, was chatwod
          process: {deadlines: {remind: 20m}} | remind (20m) must be shorter than call-again (10m)
          process: {group-within: -1m} | group-within must be a duration, such as 90s, 8m50s or 0s, was -1m; write e.g. 'group-within: 10m'
          faults: [{on: slack, kind: crash, from: start, to: end}] | only the pipeline can crash
          faults: [{on: slack, kind: outage, from: end, to: start}] | a fault must end after it begins
          faults: [{on: slack, kind: outage, from: keynot-5m, to: end}] | from names no known point in time: 'keynot-5m'; did you mean 'keynote'?
          faults: [{on: slack, kind: outage, status: 500, from: start, to: end}] | kind outage has no 'status'; leave it out
          staff: {csm: {shifts: [{from: start, to: start+90h}]}} | a shift must lie within 12 hours
          staff: {csm: {shifts: []}} | shifts must hold one at least
          seed: [1] | seed must be one value, was a list
          faults: none | faults must be a list, was 'none'
          """)
  void aFaultSaysWhatWasFoundAndWhatToWrite(String line, String fault) {
    List<String> faults = faults(SMALL + line + "\n");

    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().startsWith("small-day.yaml:15:"), faults::toString);
    assertTrue(faults.getFirst().contains(fault), faults::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          topics: {login: 50%, schedule: 40%} | topics must add up to 100%, were 90%
          topics: {logn: 100%} | unknown topic 'logn'; did you mean 'login'?
          rate: 3/min | questions and rate say the same thing; keep one of them
          mod-chat: 10% | unknown setting 'audiences.attendees.mod-chat'
          peaks: [{from: 5m, to: 2m, factor: 2}] | a peak must end after it begins
          people: 7 | audiences.attendees.people is there twice; keep one
          """)
  void anAudienceMustAddUp(String line, String fault) {
    List<String> faults =
        faults(SMALL.replace("    questions: 4%", "    questions: 4%\n    " + line));

    assertTrue(faults.stream().anyMatch(told -> told.contains(fault)), faults::toString);
  }

  @Test
  void modChatNeedsSessions() {
    String text =
        SMALL
            .replaceAll("(?m)^  sessions:\n.*\n", "")
            .replace("speakers: {people: 4}", "speakers: {people: 4, mod-chat: 50%}");

    assertEquals(
        List.of(
            "small-day.yaml:10:35: mod-chat needs sessions, whose tab it is; add event.sessions or"
                + " write 0%"),
        faults(text));
  }

  @Test
  void smartloopHasNoPrivateNotes() {
    Scenario scenario = good(SMALL + "help-chat: {provider: smartloop}\n");

    assertEquals(EscalationWay.BY_HAND, scenario.process().way());
    assertEquals(AnswerRoute.STRAIGHT, scenario.process().route());
    assertEquals(
        List.of("small-day.yaml:16:16: smartloop has no private notes; write 'way: by-hand'"),
        faults(SMALL + "help-chat: {provider: smartloop}\nprocess: {way: note}\n"));
  }

  @Test
  void intercomHasPrivateNotes() {
    Scenario scenario = good(SMALL + "help-chat: {provider: intercom}\n");

    assertEquals(HelpChatProduct.INTERCOM, scenario.helpChat());
    assertEquals(EscalationWay.NOTE, scenario.process().way());
    assertEquals(AnswerRoute.THROUGH_AGENT, scenario.process().route());
  }

  @Test
  void timesMayBeClocksOrOffsetsFromSessions() {
    Scenario scenario =
        good(
            SMALL
                + """
                faults:
                  - {on: slack, kind: outage, from: keynote-15m, to: keynote.end}
                  - {on: pipeline, kind: crash, from: "09:10", to: end}
                """);

    FaultPlan outage = scenario.faults().getFirst();
    assertEquals(Duration.ofMinutes(15), outage.from());
    assertEquals(Duration.ofMinutes(75), outage.until());
    assertEquals(Duration.ofMinutes(40), scenario.faults().get(1).from());
    assertEquals(Duration.ofMinutes(120), scenario.faults().get(1).until());
  }

  @Test
  void aRateIsWhatComesOutsidePeaks() {
    // 120 minutes of which 30 count fourfold: 90 + 120 = 210 minutes at 2 a minute.
    Scenario scenario =
        good(
            SMALL.replace(
                "questions: 4%", "rate: 2/min\n    peaks: [{from: 0s, to: 30m, factor: 4}]"));

    assertEquals(420, scenario.audiences().getFirst().questions(), 1e-9);
    assertEquals(
        List.of(new Peak(Duration.ZERO, Duration.ofMinutes(30), 4)),
        scenario.audiences().getFirst().peaks());
  }

  @Test
  void overridesObeyTheSameRules() {
    Loaded loaded =
        ScenarioFile.read(
            "small-day.yaml",
            SMALL,
            List.of(
                "staff.client-team.agents=8",
                "staff.csm.shifts[0].from=start-1h",
                "staff.csm.shifts[0].to=end",
                "objectives[0]=abandoned < 9%",
                "chatbot.answers=uniform(1s, 2s)",
                "help-chat.provider=smartloop"));

    Scenario scenario = assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
    assertEquals(8, scenario.staff().clientTeam().people());
    assertEquals(
        List.of(new Shift(Duration.ofHours(-1), Duration.ofHours(2))),
        scenario.staff().csm().shifts());
    assertEquals(List.of("abandoned < 9%"), scenario.objectives());
    assertEquals(
        new Spread.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(2)),
        scenario.chatbot().answers());
    assertEquals(EscalationWay.BY_HAND, scenario.process().way());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          staff.client-team.agnets=8 | unknown setting 'staff.client-team.agnets'; did you mean 'agents'?
          staff.csm.people=lots | people must be a whole number from 0 to 2000, was lots
          objectives[4]=abandoned < 9% | [4] is beyond the list; write [0] to [1]
          title.short=x | 'short' is asked of what is no section
          speed | expected path=value; write e.g. '--set staff.client-team.agents=8'
          speed=[ | the value is not YAML
          """)
  void anOverrideIsNamedInItsFault(String override, String fault) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", SMALL, List.of(override));

    String told =
        assertInstanceOf(Loaded.Faulty.class, loaded, loaded::toString)
            .faults()
            .getFirst()
            .toString();
    assertTrue(told.startsWith("--set " + override + ": "), told);
    assertTrue(told.contains(fault), told);
  }

  @Test
  void objectivesKeepTheirPlace() {
    Loaded.Good loaded =
        assertInstanceOf(Loaded.Good.class, ScenarioFile.read("small-day.yaml", SMALL));

    assertEquals(
        "small-day.yaml:14:5: unknown metric",
        loaded.objectiveFault(0, "unknown metric").toString());
  }

  @Test
  void hostileFilesAreFaultsNotCrashes() {
    String bomb = "a: &a [x, x]\n" + "b: &b [*a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n";

    assertTrue(faults(bomb).getFirst().contains("not YAML"));
    assertTrue(faults("a: " + "[".repeat(200) + "]".repeat(200)).getFirst().contains("not YAML"));
    assertTrue(faults("title: \"" + "x".repeat(1 << 20) + "\"").getFirst().contains("not YAML"));
    assertTrue(faults(SMALL + "---\ntitle: b\n").getFirst().contains("a second document"));
    assertTrue(faults("").getFirst().contains("empty"));
    assertTrue(faults("title: 'open").getFirst().contains("not YAML"));
    assertTrue(faults("- a list\n").getFirst().contains("must be a section of settings"));
  }

  @ParameterizedTest
  @CsvSource({"90s, 1m30s", "8m50s, 8m50s", "1.5h, 1h30m", "200ms, 0.2s", "0s, 0s", "1d, 24h"})
  void durationsReadBack(String text, String written) {
    Duration read = Durations.read(text).orElseThrow();

    assertEquals(written, Durations.write(read));
    assertEquals(read, Durations.read(written).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "30s; 30s",
        "fixed(30s); 30s",
        "exponential(mean 4m); exponential(mean 4m)",
        "uniform(10s, 30s); uniform(10s, 30s)",
        "lognormal(mean 4m, cv 0.8); lognormal(mean 4m, cv 0.8)",
        "gamma(mean 4m,shape 2); gamma(mean 4m, shape 2)",
      })
  void spreadsReadBack(String text, String written) {
    Spread read = Spreads.read(text);

    assertEquals(written, Spreads.write(read));
    assertEquals(read, Spreads.read(written));
  }

  private static Scenario good(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
  }

  private static List<String> faults(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Faulty.class, loaded, "no fault").faults().stream()
        .map(Fault::toString)
        .toList();
  }
}
