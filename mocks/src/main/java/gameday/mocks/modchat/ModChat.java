package gameday.mocks.modchat;

import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Service;
import java.util.List;
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

  /** An event without sessions yet that keeps 50,000 questions; ids follow from {@code seed}. */
  public ModChat(long seed, Surroundings around, ModChatDoor door) {
    this(seed, around, door, Shelf.STANDARD);
  }

  /**
   * An event without sessions yet; ids and secrets follow from {@code seed}.
   *
   * @param questions how many it keeps of all sessions, 1 or more; then it forgets closed ones
   */
  public ModChat(long seed, Surroundings around, ModChatDoor door, int questions) {
    Seeded seeded = new Seeded(seed);
    String token = "mct_" + seeded.hex("modchat/token", 40);
    String secret = seeded.hex("modchat/webhook-secret", 48);
    this.around = around;
    this.sessions = new Sessions(new Events(secret, seeded, around), seeded, around, questions);
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
  public String invite(String name, String email) {
    return sessions.inviteAgent(name, email).id();
  }

  @Override
  public boolean accept(String agentId) {
    return sessions.accept(agentId);
  }

  @Override
  public boolean take(String conversation, String agentId) {
    return act(
        conversation,
        sessions.agent(agentId),
        (question, agent) -> {
          sessions.take(question, agent);
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
        (question, author) -> {
          sessions.close(question, author);
          return true;
        });
  }

  /** A session, as the platform lists it. */
  public record Listed(String id, String title) {}

  /** All sessions, in the order of their ids. */
  public List<Listed> sessions() {
    return sessions.all().stream().map(it -> new Listed(it.id(), it.title())).toList();
  }

  @Override
  public List<Colleague> colleagues() {
    return sessions.team().stream().map(it -> new Colleague(it.id(), it.name())).toList();
  }

  @Override
  public List<Transcript> transcripts(int most) {
    return new Transcripts(sessions).latest(most);
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
    boolean by(Question question, Author author);
  }

  private boolean write(String conversation, String agentId, String text, boolean note) {
    return act(
        conversation,
        sessions.agent(agentId),
        (question, agent) -> sessions.write(question, agent, text, note).isPresent());
  }

  private boolean act(String conversation, Optional<Author> author, Action action) {
    Optional<Question> question = sessions.question(conversation);
    if (around.out().getAsBoolean() || author.isEmpty() || question.isEmpty()) {
      return false;
    }
    return question
        .get()
        .session()
        .locked(() -> !question.get().isClosed() && action.by(question.get(), author.get()));
  }
}
