package gameday.judge.sliced;

import gameday.history.Entry;
import gameday.script.ScriptedQuestion;
import gameday.slices.Stored;
import gameday.slices.Tied;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** A run that can be gone through once and more, from memory or from files. */
interface Run {
  /** How going through the history ended. */
  record End(boolean truncated, Optional<String> fault) {}

  /**
   * Goes through the script.
   *
   * @param reader gets each question and gives the place of an earlier one that seems to have the
   *     same id, else -1
   * @return what is wrong with it, if anything is
   */
  Optional<String> script(ToIntFunction<ScriptedQuestion> reader) throws IOException;

  /** Goes through the history. */
  End history(BiConsumer<List<Entry>, Tied> reader) throws IOException;

  /** For looking again. */
  Stored stored() throws IOException;
}
