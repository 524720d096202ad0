package gameday.live;

import gameday.script.QuestionId;

/** Is told what an asker does, on the asker's own thread; must return at once. */
interface VisitorListener {
  /**
   * The asker presses send on the first message, for the first time: the asked moment. The message
   * goes out at once, unless the chat's window could not be opened yet.
   */
  void asking(QuestionId question);

  /** The asker's wish for a live agent was accepted. */
  void agentRequested(QuestionId question);

  /** The asker left without an answer. */
  void gaveUp(QuestionId question, boolean silently);

  /** A call of the asker failed for good or for now; {@code status} is 0 if there was no answer. */
  void refused(QuestionId question, String call, int status);

  /** Nothing more will come from this asker. */
  void left(QuestionId question);
}
