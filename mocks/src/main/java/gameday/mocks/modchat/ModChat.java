package gameday.mocks.modchat;

import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Service;
import java.util.Map;
import java.util.Optional;

/**
 * The Mod chats of an event's sessions: private to speakers, moderators, site admins and whom the
 * Client team lets in. A conversation is a question: a member's message and what follows it. The
 * contract stands in {@code docs/mod-chat.md}.
 */
public final class ModChat implements AgentDesk, Service {
  private static final Author NOBODY = new Author(CHATBOT, CHATBOT, "", Role.SITE_ADMIN);

  private final Surroundings around;
  private final Sessions sessions;
  private final Map<String, String> credentials;
  private final MemberApi memberApi;
  private final PipelineApi pipelineApi;

  /** An event without sessions yet; ids and secrets follow from {@code seed}. */
  public ModChat(long seed, Surroundings around, ModChatDoor door) {
    Seeded seeded = new Seeded(seed);
    String token = "mct_" + seeded.hex("modchat/token", 40);
    String secret = seeded.hex("modchat/webhook-secret", 48);
    this.around = around;
    this.sessions = new Sessions(new Events(secret, seeded, around), seeded, around);
    this.credentials = Map.of("MOD_CHAT_TOKEN", token, "MOD_CHAT_WEBHOOK_SECRET", secret);
    this.memberApi = new MemberApi(sessions, door);
    this.pipelineApi = new PipelineApi(sessions, token, door);
  }

  /**
   * Adds a session.
   *
   * @throws IllegalArgumentException if there is one of that id
   */
  public void addSession(String id, String title, String url) {
    sessions.add(new Session(id, title, url));
  }

  /**
   * Makes somebody a member of a session's Mod chat, or changes their role.
   *
   * @throws IllegalArgumentException if there is no such session
   */
  public void addMember(String session, String email, Role role) {
    Session found =
        sessions
            .session(session)
            .orElseThrow(() -> new IllegalArgumentException("no session " + session));
    found.locked(
        () -> {
          found.admit(email, role);
          return true;
        });
  }

  /** How a member's browser talks to a session's Mod chat. */
  public VisitorApi members(String session) {
    return new MemberCalls(prefix() + "/api/sessions/" + session + "/messages");
  }

  @Override
  public Map<String, String> credentials() {
    return credentials;
  }

  @Override
  public String addAgent(String name, String email) {
    return sessions.addAgent(name, email).id();
  }

  @Override
  public boolean take(String conversation, String agentId) {
    return act(
        conversation,
        sessions.agent(agentId),
        (session, question, agent) -> {
          sessions.take(session, question, agent);
          return true;
        });
  }

  @Override
  public boolean reply(String conversation, String agentId, String text) {
    return write(conversation, agentId, text, false);
  }

  @Override
  public boolean note(String conversation, String agentId, String text) {
    return write(conversation, agentId, text, true);
  }

  @Override
  public boolean close(String conversation, String by) {
    return act(
        conversation,
        by.equals(CHATBOT) ? Optional.of(NOBODY) : sessions.agent(by),
        (session, question, author) -> {
          sessions.close(session, question, author);
          return true;
        });
  }

  @Override
  public String name() {
    return "mod-chat";
  }

  @Override
  public String prefix() {
    return "/modchat";
  }

  /** While the chat is out, members get 503; what the pipeline gets is up to the faults. */
  @Override
  public Answer answer(Call call) {
    if (fromPipeline(call)) {
      return pipelineApi.answer(call);
    }
    return around.out().getAsBoolean() ? Answers.error(503, "unavailable") : memberApi.answer(call);
  }

  @Override
  public Answer troubled(Trouble trouble, Call call) {
    return Answers.troubled(trouble);
  }

  /** Method and what is written, such as {@code POST notes}. */
  @Override
  public String label(Call call) {
    String last = call.path().substring(call.path().lastIndexOf('/') + 1);
    return call.method() + " " + (last.matches("notes|replies|grants|messages") ? last : "unknown");
  }

  @Override
  public boolean fromPipeline(Call call) {
    return !call.path().endsWith("/messages");
  }

  private interface Action {
    boolean by(Session session, Question question, Author author);
  }

  private boolean write(String conversation, String agentId, String text, boolean note) {
    return act(
        conversation,
        sessions.agent(agentId),
        (session, question, agent) ->
            sessions.write(session, question, agent, text, note).isPresent());
  }

  private boolean act(String conversation, Optional<Author> author, Action action) {
    Optional<Session> session = sessions.ofQuestion(conversation);
    if (around.out().getAsBoolean() || author.isEmpty() || session.isEmpty()) {
      return false;
    }
    return session
        .get()
        .locked(
            () -> {
              Question question = session.get().questions().get(conversation);
              return !question.isClosed() && action.by(session.get(), question, author.get());
            });
  }
}
