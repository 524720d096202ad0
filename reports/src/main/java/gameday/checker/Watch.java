package gameday.checker;

import gameday.history.Entry;

/**
 * A rule of the run as a whole at work: sees one entry after the other and keeps a few words of
 * each kind only, so that a run of any length can be watched.
 */
interface Watch {
  /** The next entry of the history. */
  void see(Entry entry);

  /** Whether what was seen so far should have brought cases. */
  boolean isExercised();

  /** What is to be said of everything seen; asked once, at the end. */
  Findings findings();
}
