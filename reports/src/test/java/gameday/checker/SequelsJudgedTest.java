package gameday.checker;

import static gameday.rehearsed.Horizon.AGAIN;
import static gameday.rehearsed.Horizon.ANSWER_AGAIN;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CORRECTED;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.SECOND;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.reply;
import static gameday.rehearsed.Horizon.root;
import static gameday.rehearsed.Horizon.slackAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.evidence.Evidence;
import gameday.history.Happening;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Author;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.UserWrote;
import gameday.judge.sliced.Sliced;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.Blame;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Answers that are edited, askers who come back, users who share a thread, staff who err. */
class SequelsJudgedTest {
  private static final String AGENT = "client-team-1";
  private static final Author AGENT_IN_SLACK = new Author(Author.Role.CLIENT_TEAM, AGENT);
  private static final SlackPosted FIRST_ANSWER = reply(3, CSM, slackAnswer(3));
  private static final EscalationTemplate SECOND_TEMPLATE =
      new EscalationTemplate(
          SECOND, Horizon.template(3).page(), Horizon.template(3).emails(), Optional.empty());

  /** The answer to q-3 is edited before its conversation is closed. */
  private static Day edited() {
    return honest().at(270, edit(CORRECTED)).at(270.5, carrying("c3", 3, CORRECTED));
  }

  private static SlackEdited edit(String text) {
    return new SlackEdited(
        CHANNEL, FIRST_ANSWER.ts(), FIRST_ANSWER.threadTs(), CSM, text, List.of(q(3)));
  }

  private static PipelineNoted carrying(String conversation, int question, String answer) {
    return new PipelineNoted(
        Chat.HELP,
        conversation,
        Optional.of(q(question)),
        "Corrected answer from Slack:\n" + answer);
  }

  /** The asker of q-3 comes back, and is escalated again. */
  private static Day back() {
    return honest()
        .and(returned())
        .at(410, new AgentTook(q(3), AGENT))
        .at(
            470,
            new AgentNoted(q(3), AGENT, EscalationMessage.forNote(SECOND_TEMPLATE)),
            new Escalated(q(3), AGENT, EscalationWay.NOTE, SECOND))
        .at(470.5, secondRoot("3.5"))
        .at(500, new SlackReacted(CHANNEL, "3.5", CSM, "eyes"))
        .at(560, inThread("3.5", "3.51", CSM, ANSWER_AGAIN, 3))
        .at(560.5, carrying("c3", 3, ANSWER_AGAIN))
        .at(580, new AgentReplied(q(3), AGENT, ANSWER_AGAIN, true))
        .at(581, new Closed(q(3), AGENT));
  }

  private static Day returned() {
    return Day.empty().at(400, new UserWrote(q(3), AGAIN), new AgentRequested(q(3)));
  }

  private static SlackPosted secondRoot(String ts) {
    String text = EscalationMessage.forSlack(new Mention.Here(), SECOND_TEMPLATE);
    return new SlackPosted(CHANNEL, ts, Optional.empty(), BOT, text, List.of(q(3)));
  }

  private static SlackPosted inThread(
      String threadTs, String ts, Author author, String text, int question) {
    return new SlackPosted(CHANNEL, ts, Optional.of(threadTs), author, text, List.of(q(question)));
  }

  /** The question q-5 is taken, escalated and joins the thread of q-3. */
  private static Day grouped() {
    return honest()
        .without(PlantedFaultsTest.about(5))
        .at(50, new Happening.Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
        .at(60, new AgentRequested(q(5)))
        .at(70, new AgentTook(q(5), AGENT))
        .at(
            170,
            new AgentNoted(q(5), AGENT, EscalationMessage.forNote(Horizon.template(5))),
            new Escalated(q(5), AGENT, EscalationWay.NOTE, Horizon.ISSUE))
        .at(
            170.5,
            new SlackPosted(
                CHANNEL,
                "3.07",
                Optional.of("3.0"),
                BOT,
                "Also affected: " + Horizon.email(5),
                List.of(q(3), q(5))))
        .at(260.6, noted(5, 3))
        .at(290, new AgentReplied(q(5), AGENT, Horizon.answer(3), true))
        .at(291, new Closed(q(5), AGENT));
  }

  /** Likewise, but it joins when the answer stands there, and isn't told. */
  private static Day joinedLate() {
    return grouped()
        .without(PlantedFaultsTest.note(5))
        .without(h -> h instanceof AgentReplied reply && reply.question().equals(q(5)))
        .without(h -> h instanceof Closed closed && closed.question().equals(q(5)))
        .moving(SlackPosted.class, p -> p.ts().equals("3.07"), 110);
  }

  private static Day closed(int question, double second) {
    return Day.empty()
        .at(
            second,
            new AgentReplied(q(question), AGENT, Horizon.answer(3), true),
            new Closed(q(question), AGENT));
  }

  @TestFactory
  Stream<DynamicTest> whatIsAsItShouldBeIsAccepted() {
    Predicate<Happening> original = h -> h instanceof PipelineNoted n && n.equals(noted(3, 3));
    Predicate<Happening> second = about("3.5");
    Map<String, Day> days = new TreeMap<>();
    days.put("a correction is brought back", edited());
    days.put("an edit overtakes the answer", quicklyEdited());
    days.put("an edit changes no word", honest().at(270, edit(slackAnswer(3))));
    days.put("an edit comes when all is over", honest().at(290, edit(CORRECTED)));
    days.put("an edit comes just before all is over", honest().at(278, edit(CORRECTED)));
    days.put(
        "an outage keeps the edit from the pipeline",
        honest()
            .at(268, new FaultBegan("pipeline", "crash"))
            .at(270, edit(CORRECTED))
            .at(272, new FaultEnded("pipeline", "crash")));
    days.put("an asker comes back and is escalated again", back());
    days.put(
        "a second escalation is named in the first thread",
        back()
            .without(second)
            .without(h -> h instanceof PipelineNoted n && n.text().contains(ANSWER_AGAIN))
            .at(470.5, inThread("3.0", "3.09", BOT, "Follow-up: " + SECOND, 3)));
    days.put(
        "nobody takes who came back until the deadline",
        honest()
            .and(returned())
            .at(1000.5, secondRoot("3.5"))
            .at(1010, new SlackReacted(CHANNEL, "3.5", CSM, "eyes")));
    days.put(
        "the first thread has another answer after the comeback",
        back().at(430, inThread("3.0", "3.08", CSM, "Also try again (ref q-3)", 3)));
    days.put(
        "an escalation from before the comeback arrives late",
        back()
            .without(h -> h instanceof SlackPosted p && p.ts().equals("3.0"))
            .without(h -> h instanceof SlackPosted p && p.threadTs().equals(Optional.of("3.0")))
            .without(h -> h instanceof SlackReacted r && r.ts().equals("3.0"))
            .without(original)
            .at(150, new FaultBegan("slack", "outage"))
            .at(390, new FaultEnded("slack", "outage"))
            .at(405, root(3))
            .at(410, new SlackReacted(CHANNEL, "3.0", CSM, "eyes")));
    days.put("two users share a thread", grouped());
    days.put(
        "who joins an answered thread is told its answer",
        joinedLate().at(290, noted(5, 3)).and(closed(5, 310)));
    days.put("who joins an answered thread is gone", joinedLate().and(closed(5, 283)));
    days.put(
        "who joins a thread of two answers is told the other",
        joinedLate()
            .at(265, inThread("3.0", "3.02", CSM, "Or restart (ref q-3)", 3))
            .at(265.5, carrying("c3", 3, "Or restart (ref q-3)"))
            .at(290, noted(5, 3))
            .and(closed(5, 310)));
    days.put(
        "who joined after the answer is told of no correction",
        grouped()
            .moving(SlackPosted.class, p -> p.ts().equals("3.07"), 95)
            .at(270, edit(CORRECTED))
            .at(270.5, carrying("c3", 3, CORRECTED)));
    return days.entrySet().stream()
        .map(
            day ->
                DynamicTest.dynamicTest(
                    day.getKey(), () -> assertEquals(List.of(), violations(day.getValue()))));
  }

  private static Day quicklyEdited() {
    return honest()
        .without(PlantedFaultsTest.note(3))
        .at(262, edit(CORRECTED))
        .at(262.5, carrying("c3", 3, CORRECTED));
  }

  /** Days with edits, comebacks and shared threads, with and without faults. */
  static List<Day> days() {
    Stream<Day> good = Stream.of(edited(), back(), grouped());
    return Stream.concat(good, plants().values().stream().map(Plant::day)).toList();
  }

  private static Map<String, Plant> plants() {
    Map<String, Plant> plants = new TreeMap<>();
    plants.putAll(byPipelines());
    plants.putAll(byStaff());
    return plants;
  }

  private record Plant(String rule, Blame blame, Day day) {}

  @TestFactory
  Stream<DynamicTest> whatGoesWrongIsFoundByItsRuleAndByNoOther() {
    return plants().entrySet().stream()
        .map(plant -> DynamicTest.dynamicTest(plant.getKey(), () -> check(plant.getValue())));
  }

  private static void check(Plant plant) {
    List<Violation> violations = violations(plant.day);

    assertEquals(
        List.of(plant.rule + " " + plant.blame),
        violations.stream().map(v -> v.rule() + " " + v.blame()).toList(),
        violations::toString);
  }

  private static Map<String, Plant> byPipelines() {
    PipelineNoted correction = carrying("c3", 3, CORRECTED);
    return Map.ofEntries(
        returns("keeps a correction to itself", edited().without(correction::equals)),
        returns("tells a correction twice", edited().at(271, correction)),
        returns(
            "cuts a correction short",
            edited()
                .without(correction::equals)
                .at(270.5, carrying("c3", 3, CORRECTED.substring(0, 22)))),
        returns(
            "tells the old answer again instead of the correction",
            edited()
                .without(correction::equals)
                .at(270.5, noted(3, 3))
                .without(h -> h instanceof SlackEdited)),
        returns("tells a stranger of a correction", edited().at(271, carrying("c2", 2, CORRECTED))),
        returns(
            "forgets the second answer",
            back().without(h -> h instanceof PipelineNoted n && n.text().contains(ANSWER_AGAIN))),
        returns("forgets a user of a shared thread", grouped().without(PlantedFaultsTest.note(5))),
        returns("tells no answer to who joins an answered thread", joinedLate()),
        returns(
            "tells only one user of a shared thread of a correction",
            grouped().at(270, edit(CORRECTED)).at(270.5, correction)),
        Map.entry(
            "ignores that a conversation was opened again",
            new Plant(
                "no-question-lost",
                Blame.PIPELINE,
                back()
                    .without(about("3.5"))
                    .without(
                        h -> h instanceof PipelineNoted n && n.text().contains(ANSWER_AGAIN)))),
        Map.entry(
            "posts the second escalation twice",
            new Plant("escalated-once", Blame.PIPELINE, back().at(472, secondRoot("3.6")))),
        Map.entry(
            "posts the first escalation again when the asker comes back",
            new Plant(
                "escalated-once",
                Blame.PIPELINE,
                back()
                    .at(
                        405,
                        new SlackPosted(
                            CHANNEL,
                            "3.4",
                            Optional.empty(),
                            BOT,
                            root(3).text(),
                            List.of(q(3)))))),
        Map.entry(
            "escalates who came back and was taken",
            new Plant(
                "escalated-iff-needed",
                Blame.PIPELINE,
                honest()
                    .and(returned())
                    .at(410, new AgentTook(q(3), AGENT))
                    .at(1001, secondRoot("3.5"))
                    .at(1010, new SlackReacted(CHANNEL, "3.5", CSM, "eyes")))));
  }

  private static Map.Entry<String, Plant> returns(String what, Day day) {
    return Map.entry(what, new Plant("answer-returned", Blame.PIPELINE, day));
  }

  private static Map<String, Plant> byStaff() {
    SlackPosted call = inThread("3.0", "3.05", AGENT_IN_SLACK, "<!subteam^S1> please", 3);
    SlackPosted answer =
        new SlackPosted(CHANNEL, "9.1", Optional.empty(), CSM, slackAnswer(3), List.of(q(3)));
    SlackPosted news =
        new SlackPosted(
            CHANNEL, "9.2", Optional.empty(), AGENT_IN_SLACK, "Any news?", List.of(q(3)));
    SlackPosted elsewhere =
        new SlackPosted(
            "general", "9.3", Optional.empty(), AGENT_IN_SLACK, root(3).text(), List.of(q(3)));
    return Map.ofEntries(
        staffs("an agent calls Tech Support", "tech-support-through-csm", honest().at(170, call)),
        staffs("a CSM answers at top level", "in-thread", honest().at(240, answer)),
        staffs("an agent asks at top level", "in-thread", honest().at(170, news)),
        staffs("an agent posts in another channel", "right-channel", honest().at(159, elsewhere)),
        staffs(
            "an agent answers who came back with what needs an escalation",
            "escalated-iff-needed",
            honest()
                .and(returned())
                .at(410, new AgentTook(q(3), AGENT))
                .at(470, new AgentReplied(q(3), AGENT, ANSWER_AGAIN, true))
                .at(471, new Closed(q(3), AGENT))),
        staffs(
            "an agent closes on who came back",
            "no-question-lost",
            honest()
                .and(returned())
                .at(410, new AgentTook(q(3), AGENT))
                .at(471, new Closed(q(3), AGENT))));
  }

  private static Map.Entry<String, Plant> staffs(String what, String rule, Day day) {
    return Map.entry(what, new Plant(rule, Blame.STAFF, day));
  }

  private static Predicate<Happening> about(String ts) {
    return h ->
        (h instanceof SlackPosted p
                && (p.ts().equals(ts) || p.threadTs().filter(ts::equals).isPresent()))
            || (h instanceof SlackReacted r && r.ts().equals(ts));
  }

  @Test
  void withoutAComebackInTheScriptTheSameWordsAreJustWords() {
    Day day = honest().at(400, new UserWrote(q(3), AGAIN));

    assertEquals(
        List.of(),
        RuleBookTest.violations(
            RuleBook.judge(new Evidence(Horizon.scenario(), Horizon.script(), day.history()))));
  }

  private static List<Violation> violations(Day day) {
    List<RuleVerdict> whole =
        RuleBook.judge(
            new Evidence(Horizon.scenario(), Horizon.scriptWithSequels(), day.history()));
    // Whatever a test is about: cut into slices, the day must be judged alike.
    assertEquals(
        whole, Sliced.judge(Horizon.scenario(), Horizon.scriptWithSequels(), day.history(), 1));
    return RuleBookTest.violations(whole);
  }
}
