package gameday.report;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.measures.Distribution;
import gameday.measures.Measures;
import gameday.measures.Part;
import gameday.measures.QuestionTimes;
import gameday.measures.QuestionTimes.End;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.Tier;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Verdict;
import gameday.verdict.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs made by hand, for tests of what is told about a run. */
final class SampleRun {
  static final Verdict READY = new Verdict(Reason.DRAINED, rules(false), met(), List.of());
  static final Verdict VIOLATED = new Verdict(Reason.DRAINED, rules(true), objectives(), List.of());
  static final Verdict NOTHING = new Verdict(Reason.ABORTED, List.of(), List.of(), List.of());

  /** The empty one stands for what the test says. */
  private static final String[] TOPICS = {"login", "", "schedule", "video or sound"};

  private SampleRun() {}

  /** A small run with everything in it, good and bad. */
  static RunReport violated() {
    return of(VIOLATED, questions(6), "the lights are out");
  }

  static RunReport of(Verdict verdict) {
    return of(verdict, questions(6), "the lights are out");
  }

  /** A day with many questions, as somebody would see it. */
  static RunReport day(int questions) {
    return of(VIOLATED, questions(questions), "the lights are out");
  }

  /** The same text in every place a stranger, a trainer or a pipeline could have put it. */
  static RunReport of(String text) {
    Verdict verdict =
        new Verdict(
            Reason.DRAINED,
            List.of(rule("right-channel", text, Outcome.FAIL, 9, List.of(violation(text, text)))),
            List.of(new ObjectiveVerdict(text, Outcome.FAIL, text, text, 7, text)),
            List.of(text));
    List<QuestionTimes> questions = List.of(question(1, text, End.ANSWERED));
    RunReport plain = of(verdict, questions, text);
    return new RunReport(
        SampleScenario.of(text, text),
        plain.seed(),
        plain.speed(),
        verdict,
        plain.measures(),
        plain.history(),
        new RunReport.Origin(text, Instant.EPOCH, Duration.ofSeconds(1), text, text, text, text),
        List.of(text),
        true);
  }

  static RunReport of(Verdict verdict, List<QuestionTimes> questions, String text) {
    return new RunReport(
        SampleScenario.of("Keynote rush: everybody logs in at once", "Summer Summit 2026"),
        4711,
        60,
        verdict,
        measures(questions, text),
        new History(
            List.of(
                entry(0, 0, new Happening.RunStarted("keynote-rush", 4711, 60, "live")),
                entry(1, 40, new Happening.GaveUp(new QuestionId("q-00003"), true)))),
        new RunReport.Origin(
            "0.1.0",
            Instant.parse("2026-11-22T14:03:00Z"),
            Duration.ofSeconds(483),
            "runs/keynote-rush/20261122T140300Z-4711",
            "gameday run keynote-rush --seed 4711 --speed 60",
            "gameday check runs/keynote-rush/20261122T140300Z-4711",
            "gameday explain runs/keynote-rush/20261122T140300Z-4711"),
        List.of("At speed 60 machine time moved people's queues; speed 20 would not."),
        true);
  }

  private static Duration at(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static List<RuleVerdict> rules(boolean broken) {
    List<Violation> twice =
        broken
            ? List.of(
                violation(
                    "q-00002 was posted 2 times in #summit-2026, expected once",
                    "The login page goes round and round, and the keynote is in ten minutes."))
            : List.of();
    Outcome once = broken ? Outcome.FAIL : Outcome.PASS;
    Violation slip =
        new Violation(
            "template-complete",
            Optional.of(new QuestionId("q-00004")),
            Blame.STAFF,
            Kind.SAFETY,
            "agent-2 left out the affected page",
            List.of());
    return List.of(
        rule(
            "no-question-lost",
            "Every question is answered, given up by its asker, or open with"
                + " a reason when the run ends.",
            Outcome.PASS,
            480,
            List.of()),
        rule(
            "escalated-once",
            "One thread per issue, whatever is redelivered, retried or restarted.",
            once,
            38,
            twice),
        rule(
            "template-complete",
            "An escalation holds greeting, mention, issue, page and e-mails.",
            Outcome.PASS,
            38,
            List.of(slip)),
        rule(
            "forgery-refused",
            "Unsigned, wrongly signed, stale and replayed requests change nothing.",
            broken ? Outcome.INCONCLUSIVE : Outcome.PASS,
            broken ? 2 : 12,
            List.of()),
        new RuleVerdict(
            "mod-chat-private",
            "Only those who may read or write a Mod chat do so.",
            Outcome.NOT_EXERCISED,
            0,
            0,
            List.of()));
  }

  private static RuleVerdict rule(
      String rule, String sentence, Outcome outcome, int cases, List<Violation> violations) {
    return new RuleVerdict(rule, sentence, outcome, cases, 5, violations);
  }

  private static Violation violation(String sentence, String asked) {
    QuestionId id = new QuestionId("q-00002");
    return new Violation(
        "escalated-once",
        Optional.of(id),
        Blame.PIPELINE,
        Kind.SAFETY,
        sentence,
        List.of(
            entry(20, 30, new Happening.Asked(id, Chat.HELP, "c-2", asked)),
            entry(31, 38, new Happening.Escalated(id, "agent-1", EscalationWay.NOTE, asked)),
            entry(44, 39, posted(id, "1.01", asked)),
            entry(47, 44, posted(id, "1.07", asked))));
  }

  private static Happening posted(QuestionId id, String ts, String text) {
    Author pipeline = new Author(Author.Role.PIPELINE, "gameday-bot");
    return new Happening.SlackPosted(
        "summit-2026", ts, Optional.empty(), pipeline, "<!here> " + text, List.of(id));
  }

  private static Entry entry(long sequence, double wallSeconds, Happening what) {
    return new Entry(sequence, Math.round(wallSeconds * 1e9), what);
  }

  private static List<ObjectiveVerdict> met() {
    return List.of(
        new ObjectiveVerdict(
            "help-chat first-response p90 < 60s", Outcome.PASS, "41 s", "60 s", 455, ""));
  }

  private static List<ObjectiveVerdict> objectives() {
    return List.of(
        met().getFirst(),
        new ObjectiveVerdict(
            "escalation resolution p90 < 10m",
            Outcome.FAIL,
            "860 s",
            "600 s",
            38,
            "missed by 260 s (860 s against 600 s); worst 09:30–09:45"),
        new ObjectiveVerdict(
            "mod-chat[speaker] first-response p95 < 30s",
            Outcome.INCONCLUSIVE,
            "-",
            "30 s",
            3,
            "3 samples, of the 20 it takes"));
  }

  static List<QuestionTimes> questions(int count) {
    List<QuestionTimes> questions = new ArrayList<>();
    String[] names = {"Ada Okafor", "Bo Lindqvist", "Chiara Conti", "דנה לוי", "Emre Yıldız"};
    for (int i = 1; i <= count; i++) {
      End end = i % 17 == 0 ? End.OPEN : i % 5 == 3 ? End.GAVE_UP_SILENTLY : End.ANSWERED;
      questions.add(question(i, names[i % names.length], end));
    }
    return questions;
  }

  private static QuestionTimes question(int number, String name, End end) {
    QuestionId id = new QuestionId("q-%05d".formatted(number));
    // Squares modulo a prime: spread over the day, the same every time, denser in the morning.
    long spread = (long) number * number % 461;
    Duration at = Duration.ofSeconds(60 * (spread * spread % 461 * spread / 461));
    Audience audience = Audience.values()[number % 3];
    Tier truth = Tier.values()[number % 4];
    ScriptedQuestion question =
        new ScriptedQuestion(
            id,
            at,
            new Asker(name, "asker-" + number + "@example.org", audience),
            number % 7 == 0 ? Chat.MOD : Chat.HELP,
            Optional.of("keynote"),
            TOPICS[number % 4].isEmpty() ? name : TOPICS[number % 4],
            "https://summit.example/sessions/keynote",
            List.of(new ScriptedQuestion.Line(Duration.ZERO, name)),
            truth,
            new ScriptedQuestion.Work(at(0), at(0), at(1), at(1), at(1), at(2), at(1), at(5)),
            at(4),
            true,
            name,
            Optional.empty(),
            "Answer (ref " + id + ")",
            Optional.empty());
    boolean answered = end == End.ANSWERED;
    Duration took = Duration.ofMillis(4_000 + 977L * number % 1_200_000);
    return new QuestionTimes(
        question,
        Optional.of(Duration.ofMillis(1)),
        answered ? Optional.of(Duration.ofMillis(3_400)) : Optional.empty(),
        answered ? Optional.of(took.dividedBy(2)) : Optional.empty(),
        answered ? Optional.of(took) : Optional.empty(),
        Optional.empty(),
        answered ? Optional.of(truth) : Optional.empty(),
        end,
        answered ? Map.of(Part.QUEUE, took.dividedBy(2)) : Map.of());
  }

  private static Measures measures(List<QuestionTimes> questions, String text) {
    return new Measures(
        questions,
        List.of(
            new Measures.Row("all", "first response", distribution(1455, 9_000)),
            new Measures.Row("all", "first human response", distribution(820, 47_000)),
            new Measures.Row("all", "resolution", distribution(455, 310_000)),
            new Measures.Row("speaker, mod-chat", "first response", distribution(30, 4_000)),
            new Measures.Row("mod-chat", "first response", distribution(38, 340)),
            new Measures.Row("mod-chat", "first human response", distribution(38, 2_000_000)),
            new Measures.Row("speaker", "escalation", distribution(7, 70_000)),
            new Measures.Row("tech-support", "resolution", distribution(12, 910_000)),
            new Measures.Row(text, "resolution", distribution(0, 0))),
        Map.of(
            "not escalated",
            Map.of(
                Part.CHATBOT, Duration.ofSeconds(3),
                Part.QUEUE, Duration.ofSeconds(44),
                Part.AGENT, Duration.ofSeconds(190)),
            "escalated",
            Map.of(
                Part.CHATBOT, Duration.ofSeconds(3),
                Part.QUEUE, Duration.ofSeconds(51),
                Part.AGENT, Duration.ofSeconds(120),
                Part.PIPELINE_OUT, Duration.ofMillis(340),
                Part.CSM, Duration.ofSeconds(260),
                Part.TECH_SUPPORT, Duration.ofSeconds(75),
                Part.PIPELINE_BACK, Duration.ofMillis(280),
                Part.AGENT_RETURN, Duration.ofSeconds(64))),
        distribution(1520, 12),
        distribution(480, 1),
        Map.of("agent-1", 0.91, "agent-2", 0.84, "csm-1", 0.47, "tech-support-1", 0.12));
  }

  private static Distribution distribution(long count, long millis) {
    Duration base = Duration.ofMillis(millis);
    return new Distribution(
        count,
        base.multipliedBy(6).dividedBy(5),
        base,
        base.multipliedBy(2),
        base.multipliedBy(5).dividedBy(2),
        base.multipliedBy(4),
        base.multipliedBy(7));
  }
}
