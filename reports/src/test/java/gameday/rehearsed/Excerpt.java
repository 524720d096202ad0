package gameday.rehearsed;

import gameday.history.Happening;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackReacted;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the honest day has to tell of some of its questions, and nothing else: for tests that move
 * an entry to the nanosecond at which a judgement turns.
 */
public record Excerpt(Scenario scenario, Script script, Day day) {
  private static final String HORIZON =
      """
      title: Horizon
      speed: 1
      event:
        name: Horizon
        date: 2026-11-21
        starts: 09:00
        ends: 10:00
        channel: horizon-help
        url: https://horizon.example
        sessions:
          - {id: keynote, title: Keynote, starts: 09:30, ends: 10:00}
      audiences:
        attendees:
          people: 5
      """;

  /** The honest day of these questions; it has a start and no end. */
  public static Excerpt of(Integer... numbers) {
    Set<String> ids =
        Arrays.stream(numbers).map(n -> Horizon.q(n).value()).collect(Collectors.toSet());
    List<ScriptedQuestion> questions =
        Horizon.script().questions().stream().filter(q -> ids.contains(q.id().value())).toList();
    List<Day.Timed> kept =
        Horizon.honest().happenings().stream()
            .filter(t -> isStart(t.what()) || Arrays.stream(numbers).anyMatch(n -> is(t.what(), n)))
            .toList();
    Script all = Horizon.script();
    return new Excerpt(
        horizon(),
        new Script(all.scenario(), all.seed(), all.length(), questions),
        new Day(1, kept));
  }

  private static boolean isStart(Happening what) {
    return what instanceof RunStarted || what instanceof PipelineReady;
  }

  private static boolean is(Happening what, int number) {
    return what.toString().contains(Horizon.q(number).value())
        || (what instanceof SlackReacted reacted && reacted.ts().equals(number + ".0"));
  }

  /** The scenario of {@link Horizon} with some settings changed, {@code path=value} each. */
  public static Scenario horizon(String... settings) {
    Loaded loaded = ScenarioFile.read("horizon.yaml", HORIZON, List.of(settings));
    if (loaded instanceof Loaded.Good good) {
      return good.scenario();
    }
    throw new AssertionError(loaded);
  }

  public Excerpt with(String... settings) {
    return new Excerpt(horizon(settings), script, day);
  }

  public Excerpt with(Day other) {
    return new Excerpt(scenario, script, other);
  }

  public Excerpt with(ScriptedQuestion... questions) {
    Script other =
        new Script(script.scenario(), script.seed(), script.length(), List.of(questions));
    return new Excerpt(scenario, other, day);
  }

  /** The same with more happening at {@code second}. */
  public Excerpt and(double second, Happening... what) {
    return with(day.at(second, what));
  }

  /** The judgement of a run that ends at {@code second}. */
  public Judged endingAt(double second) {
    Day whole = day.at(second, new RunEnded(RunEnded.Reason.DRAINED, ""));
    return Judged.of(scenario, script, whole.history());
  }

  /** The judgement of a run that ends after an hour. */
  public Judged judged() {
    return endingAt(3600);
  }
}
