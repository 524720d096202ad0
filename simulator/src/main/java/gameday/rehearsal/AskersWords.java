package gameday.rehearsal;

/** What askers write that no script holds. */
public final class AskersWords {
  /** What an asker writes who wants a person. */
  public static final String AGENT_PLEASE = "I would like to talk to a live agent, please.";

  /** What an asker writes who leaves with a word. */
  public static final String GOODBYE = "Nobody is answering. I have to go.";

  private AskersWords() {}
}
