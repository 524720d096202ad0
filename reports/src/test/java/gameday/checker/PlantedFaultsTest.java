package gameday.checker;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.answer;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.reply;
import static gameday.rehearsed.Horizon.root;
import static gameday.rehearsed.Horizon.slackAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.Asked;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.process.Chat;
import gameday.process.SlackText;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.Blame;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One fault a day, each found by the rule it belongs to. */
class PlantedFaultsTest {
  @TestFactory
  Stream<DynamicTest> eachPlantedFaultIsCaughtByItsRuleAndByNoOther() {
    return plants().entrySet().stream()
        .map(plant -> DynamicTest.dynamicTest(plant.getKey(), () -> check(plant.getValue())));
  }

  static Map<String, Plant> plants() {
    Map<String, Plant> plants = new TreeMap<>();
    plants.putAll(onTheWayOut());
    plants.putAll(onTheWayBack());
    plants.putAll(atDeadlines());
    plants.putAll(PlantedForgeries.all());
    return plants;
  }

  /** A day, and the rule that must find what is wrong with it. */
  record Plant(String rule, Day day) {}

  private static void check(Plant plant) {
    List<Violation> violations = RuleBookTest.violations(RuleBookTest.judge(plant.day));

    Set<String> rules = violations.stream().map(Violation::rule).collect(Collectors.toSet());
    assertEquals(Set.of(plant.rule), rules, violations::toString);
    assertTrue(violations.stream().allMatch(v -> v.blame() == Blame.PIPELINE));
    assertEquals(1, violations.size(), violations::toString);
  }

  private static Map<String, Plant> onTheWayOut() {
    return Map.ofEntries(
        Map.entry("drops an escalation", new Plant("no-question-lost", droppedEscalation())),
        Map.entry(
            "dies on its own",
            new Plant("no-question-lost", honest().at(3000, new PipelineGone(false, 137)))),
        Map.entry(
            "escalates while the chatbot has it",
            new Plant("client-team-first", honest().at(11, root(1)))),
        Map.entry(
            "escalates what an agent works on",
            new Plant("escalated-iff-needed", honest().at(50, root(2)))),
        Map.entry(
            "posts twice", new Plant("escalated-once", honest().at(162, again(root(3), "3.9")))),
        Map.entry(
            "posts a copy whose thread gets the answer",
            new Plant(
                "escalated-once",
                honest()
                    .at(162, again(root(3), "3.9"))
                    .at(
                        250,
                        new SlackPosted(
                            CHANNEL,
                            "3.91",
                            Optional.of("3.9"),
                            CSM,
                            "In the copy (ref q-3)",
                            List.of(q(3)))))),
        Map.entry(
            "posts in another channel",
            new Plant(
                "right-channel",
                honest()
                    .without(inThread("3.0"))
                    .without(note(3))
                    .changing(
                        SlackPosted.class,
                        p -> p.ts().equals("3.0"),
                        p ->
                            new SlackPosted(
                                "general", p.ts(), p.threadTs(), BOT, p.text(), p.questions())))),
        Map.entry(
            "leaves out the page",
            text("template-complete", s -> s.replaceAll("(?m)^\\*Page.*\n", ""))),
        Map.entry(
            "leaves out the e-mails",
            text("template-complete", s -> s.replaceAll("(?m)^\\*Aff.*\n", ""))),
        Map.entry(
            "names a stranger's e-mail",
            text("template-complete", s -> s.replace("user3@", "else@"))),
        Map.entry(
            "mentions nobody really",
            text("template-complete", s -> s.replace("<!here>", "@here"))),
        Map.entry(
            "lets a user wake the channel",
            text("template-complete", s -> s.replace("&lt;!channel&gt;", "<!channel>"))),
        Map.entry(
            "escapes twice",
            text(
                "template-complete",
                s ->
                    s.replace(
                        SlackText.escape(Horizon.ISSUE),
                        SlackText.escape(SlackText.escape(Horizon.ISSUE))))),
        Map.entry("posts no template at all", text("template-complete", s -> "Hi <!here>, help!")),
        Map.entry(
            "calls Tech Support itself",
            new Plant(
                "tech-support-through-csm",
                honest().at(312, reply(4, BOT, "<!subteam^S1> please")))),
        Map.entry(
            "does not acknowledge",
            new Plant(
                "polite-client",
                honest().at(99, new WebhookDelivered("slack", "d9", 0, 500, 1, "m")))),
        Map.entry(
            "acknowledges late",
            new Plant(
                "polite-client",
                honest().at(99, new WebhookDelivered("slack", "d9", 0, 200, 3_500_000_000L, "m")))),
        Map.entry(
            "ignores Retry-After",
            new Plant(
                "polite-client",
                honest()
                    .at(99, new PipelineCalled("slack", "chat.postMessage", 429, "ratelimited"))
                    .at(99.3, new PipelineCalled("slack", "chat.postMessage", 200, "ok")))),
        Map.entry(
            "comes back before the time it was told",
            new Plant(
                "polite-client",
                honest()
                    .at(99, new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 5s"))
                    .at(103, new PipelineCalled("slack", "chat.postMessage", 200, "ok")))));
  }

  private static Map<String, Plant> onTheWayBack() {
    PipelineNoted leak = new PipelineNoted(Chat.HELP, "c2", Optional.of(q(2)), noted(4, 4).text());
    return Map.ofEntries(
        Map.entry("drops an answer", new Plant("answer-returned", honest().without(note(3)))),
        Map.entry("answers twice", new Plant("answer-returned", honest().at(262, noted(3, 3)))),
        Map.entry(
            "answers the wrong asker",
            new Plant("answer-returned", honest().without(note(3)).at(260.5, noted(2, 3)))),
        Map.entry(
            "answers a stranger too", new Plant("answer-returned", honest().at(262, noted(2, 3)))),
        Map.entry(
            "answers nobody's conversation",
            new Plant(
                "answer-returned",
                honest()
                    .at(262, new PipelineNoted(Chat.HELP, "c77", Optional.empty(), answer(3))))),
        Map.entry(
            "brings the escaped text back",
            new Plant(
                "answer-returned",
                honest()
                    .changing(
                        PipelineNoted.class,
                        n -> n.conversation().equals("c3"),
                        n ->
                            new PipelineNoted(
                                n.chat(),
                                n.conversation(),
                                n.question(),
                                "Answer from Slack:\n" + slackAnswer(3))))),
        Map.entry(
            "answers the user over the agent's head",
            new Plant(
                "answer-returned",
                honest()
                    .without(note(3))
                    .at(
                        260.5,
                        new PipelineReplied(Chat.HELP, "c3", Optional.of(q(3)), answer(3))))),
        Map.entry("leaks an answer", new Plant("mod-chat-private", honest().at(402, leak))),
        Map.entry(
            "sends a Mod chat's answer to the Help chat",
            new Plant("mod-chat-private", honest().without(note(4)).at(400.5, leak))),
        Map.entry(
            "leaks a question",
            new Plant(
                "mod-chat-private",
                honest()
                    .at(
                        402,
                        new PipelineNoted(
                            Chat.HELP, "c2", Optional.of(q(2)), "Also:\n" + Horizon.text(4))))));
  }

  private static Map<String, Plant> atDeadlines() {
    Predicate<Happening> reminder = h -> h instanceof SlackPosted p && p.text().startsWith("Rem");
    return Map.ofEntries(
        Map.entry(
            "reminds at top level",
            new Plant(
                "in-thread",
                honest()
                    .changing(
                        SlackPosted.class,
                        reminder::test,
                        p ->
                            new SlackPosted(
                                CHANNEL, p.ts(), Optional.empty(), BOT, p.text(), List.of())))),
        Map.entry(
            "reminds in another thread",
            new Plant(
                "in-thread",
                honest()
                    .without(reminder)
                    .at(961, reply(3, BOT, "Reminder: <!here>, nobody has replied yet.")))),
        Map.entry(
            "writes in no thread",
            new Plant(
                "in-thread",
                honest()
                    .at(
                        170,
                        new SlackPosted(
                            CHANNEL, "8.1", Optional.of("8.0"), BOT, "news", List.of())))),
        Map.entry("forgets a reminder", new Plant("on-time", honest().without(reminder))),
        Map.entry(
            "reminds late",
            new Plant("on-time", honest().moving(SlackPosted.class, reminder::test, 10))),
        Map.entry(
            "reminds early",
            new Plant("on-time", honest().moving(SlackPosted.class, reminder::test, -10))),
        Map.entry(
            "reminds twice", new Plant("on-time", honest().at(963, reply(5, BOT, "Reminder: 2")))),
        Map.entry(
            "reminds though a CSM has seen it",
            new Plant("on-time", honest().at(460.5, reply(3, BOT, "Reminder: <!here>")))),
        Map.entry(
            "escalates the untaken late",
            new Plant("on-time", honest().without(about(5)).and(lateBy(60)))),
        Map.entry(
            "escalates the untaken early",
            new Plant("on-time", honest().without(about(5)).and(lateBy(-60)))),
        Map.entry(
            "forgets the untaken",
            new Plant("on-time", honest().without(about(5)).and(waiting()))));
  }

  private static Day waiting() {
    return Day.empty()
        .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
        .at(60, new AgentRequested(q(5)));
  }

  private static Day lateBy(double seconds) {
    return waiting()
        .at(661 + seconds, root(5))
        .at(670 + seconds, new SlackReacted(CHANNEL, "5.0", CSM, "eyes"));
  }

  private static Plant text(String rule, UnaryOperator<String> how) {
    return new Plant(
        rule,
        honest()
            .changing(
                SlackPosted.class,
                p -> p.ts().equals("3.0"),
                p ->
                    new SlackPosted(
                        p.channel(),
                        p.ts(),
                        p.threadTs(),
                        p.author(),
                        how.apply(p.text()),
                        p.questions())));
  }

  static Day droppedEscalation() {
    return honest()
        .without(inThread("3.0"))
        .without(post("3.0"))
        .without(note(3))
        .without(isReaction());
  }

  private static Predicate<Happening> isReaction() {
    return h -> h instanceof SlackReacted r && r.ts().equals("3.0");
  }

  private static Predicate<Happening> post(String ts) {
    return h -> h instanceof SlackPosted p && p.ts().equals(ts);
  }

  private static Predicate<Happening> inThread(String ts) {
    return h -> h instanceof SlackPosted p && p.threadTs().filter(ts::equals).isPresent();
  }

  static Predicate<Happening> note(int number) {
    return h -> h instanceof PipelineNoted n && n.conversation().equals("c" + number);
  }

  static Predicate<Happening> about(int number) {
    return h ->
        (h instanceof Happening.OfQuestion of && of.question().equals(q(number)))
            || (h instanceof SlackPosted p && p.questions().contains(q(number)))
            || note(number).test(h);
  }

  private static SlackPosted again(SlackPosted post, String ts) {
    return new SlackPosted(
        post.channel(), ts, post.threadTs(), post.author(), post.text(), post.questions());
  }
}
