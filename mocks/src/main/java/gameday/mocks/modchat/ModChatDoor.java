package gameday.mocks.modchat;

/** Is told who was let in and who was not, on the thread that asked. */
public interface ModChatDoor {
  /** Lets it pass. */
  ModChatDoor NONE =
      new ModChatDoor() {
        @Override
        public void refused(String session, String email, boolean writing) {}

        @Override
        public void granted(String session, String email) {}
      };

  /** Somebody who is no member of a session's Mod chat wanted to read it or write there. */
  void refused(String session, String email, boolean writing);

  /** Somebody was let into a session's Mod chat by a grant. */
  void granted(String session, String email);
}
