package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineLacks;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.Happening.RunStarted;
import gameday.history.History;
import gameday.process.PipelinePart;
import gameday.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is true of a run as a whole, and has to be known before any question of it is judged.
 *
 * @param lacking the parts that the pipeline said it doesn't know
 * @param gone when the pipeline's process ended, in order of the history
 * @param ended how the run ended; empty if its end is not told
 * @param endNanos when the last entry was written
 */
public record RunFacts(
    Scenario scenario,
    Set<PipelinePart> lacking,
    EventClock clock,
    Tolerance tolerance,
    FaultWindows faults,
    List<Long> gone,
    Optional<Reason> ended,
    long endNanos) {

  public RunFacts {
    gone = List.copyOf(gone);
  }

  /** Whether the run came to its own end: not interrupted, given up or cut off. */
  public boolean isComplete() {
    return ended
        .filter(reason -> reason == Reason.DRAINED || reason == Reason.STILL_OPEN)
        .isPresent();
  }

  /** The facts of a whole history. */
  public static RunFacts of(Scenario scenario, History history) {
    Finding finding = new Finding(scenario);
    history.entries().forEach(finding::read);
    return finding.facts();
  }

  /** Finds the facts of a history that is read entry by entry, in order. */
  public static final class Finding {
    private final Scenario scenario;
    private final Set<PipelinePart> lacking = EnumSet.noneOf(PipelinePart.class);
    private final FaultWindows.Following faults = new FaultWindows.Following();
    private final List<Long> gone = new ArrayList<>();
    private Optional<Reason> ended = Optional.empty();
    private Optional<Double> speed = Optional.empty();
    private long endNanos;
    private boolean any;

    /** For a rehearsal of {@code scenario}. */
    public Finding(Scenario scenario) {
      this.scenario = scenario;
    }

    /** The next entry. */
    public void read(Entry entry) {
      endNanos = any ? Math.max(endNanos, entry.atNanos()) : entry.atNanos();
      any = true;
      switch (entry.what()) {
        case RunStarted started -> speed = speed.or(() -> Optional.of(started.speed()));
        case RunEnded end -> ended = Optional.of(end.reason());
        case PipelineLacks lacks -> lacking.addAll(lacks.parts());
        case PipelineGone end -> gone.add(entry.atNanos());
        case Happening other -> faults.read(entry);
      }
    }

    /** What could be said of a run that had no faults and no more entries than those so far. */
    public RunFacts soFar() {
      return facts(new FaultWindows.Following());
    }

    /** The facts, once all entries are read. */
    public RunFacts facts() {
      return facts(faults);
    }

    private RunFacts facts(FaultWindows.Following faults) {
      EventClock clock = new EventClock(speed.orElse(scenario.speed()), scenario.event().starts());
      Tolerance tolerance = new Tolerance(clock);
      return new RunFacts(
          scenario,
          Collections.unmodifiableSet(lacking),
          clock,
          tolerance,
          faults.end(endNanos, tolerance),
          gone,
          ended,
          endNanos);
    }
  }
}
