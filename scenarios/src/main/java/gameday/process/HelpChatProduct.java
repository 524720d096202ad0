package gameday.process;

/** The help-chat products an event can use; they differ in what agents can do in them. */
public enum HelpChatProduct {
  CHATWOOT,
  SMARTLOOP,
  INTERCOM;

  /** The word for it in a scenario, such as {@code chatwoot}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether its agents can write notes that the user doesn't see. */
  public boolean hasPrivateNotes() {
    return this != SMARTLOOP;
  }
}
