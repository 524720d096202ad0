package gameday.mocks.modchat;

/** Is told who was let in and who was not, on the thread that asked. */
public interface ModChatDoor {
  /** Somebody who is no member of a session's Mod chat wanted to read it or write there. */
  void refused(String session, String email, boolean writing);

  /** Somebody was let into a session's Mod chat by a grant. */
  void granted(String session, String email);
}
