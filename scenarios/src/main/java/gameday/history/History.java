package gameday.history;

import gameday.process.PipelinePart;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened in one run, in order of sequence.
 *
 * @param entries all entries; the first is a {@link Happening.RunStarted} if the file is whole
 */
public record History(List<Entry> entries) {
  public History {
    entries = List.copyOf(entries);
  }

  /** The run's start, if recorded. */
  public Optional<Happening.RunStarted> started() {
    return entries.stream()
        .map(Entry::what)
        .filter(Happening.RunStarted.class::isInstance)
        .map(Happening.RunStarted.class::cast)
        .findFirst();
  }

  /** The parts of its work that the pipeline said it doesn't know. */
  public Set<PipelinePart> lacking() {
    Set<PipelinePart> parts = EnumSet.noneOf(PipelinePart.class);
    entries.stream()
        .map(Entry::what)
        .filter(Happening.PipelineLacks.class::isInstance)
        .map(Happening.PipelineLacks.class::cast)
        .forEach(lacks -> parts.addAll(lacks.parts()));
    return Collections.unmodifiableSet(parts);
  }

  /** The run's end, if it was recorded; a run that was cut off has none. */
  public Optional<Happening.RunEnded> ended() {
    return entries.reversed().stream()
        .map(Entry::what)
        .filter(Happening.RunEnded.class::isInstance)
        .map(Happening.RunEnded.class::cast)
        .findFirst();
  }
}
