package gameday.judge.sliced;

import gameday.history.Entry;
import gameday.history.History;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.slices.Stored;
import gameday.slices.Tied;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** A run that is in memory already. */
record RunInMemory(Script script, History history) implements Run, Stored {
  @Override
  public Optional<String> script(ToIntFunction<ScriptedQuestion> reader) {
    script.questions().forEach(reader::applyAsInt);
    return Optional.empty();
  }

  @Override
  public End history(BiConsumer<List<Entry>, Tied> reader) {
    reader.accept(history.entries(), Tied.of(history.entries()));
    return new End(false, Optional.empty());
  }

  @Override
  public Stored stored() {
    return this;
  }

  @Override
  public List<Entry> entries(int[] sequences) {
    return Arrays.stream(sequences).mapToObj(history.entries()::get).toList();
  }

  @Override
  public List<ScriptedQuestion> questions(int[] places) {
    return Arrays.stream(places).mapToObj(script.questions()::get).toList();
  }
}
