package gameday.slices;

import gameday.history.Entry;
import gameday.script.ScriptedQuestion;
import java.util.List;

/** Where a run's questions and entries are fetched from a second time; safe for many threads. */
public interface Stored {
  /** The entries of these sequences, in this order. */
  List<Entry> entries(int[] sequences);

  /** The questions at these places of the script, in this order. */
  List<ScriptedQuestion> questions(int[] places);
}
