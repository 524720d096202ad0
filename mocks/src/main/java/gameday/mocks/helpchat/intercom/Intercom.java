package gameday.mocks.helpchat.intercom;

import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.faults.Trouble;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.helpchat.intercom.Conversations.Actor;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Intercom with one workspace, one team, a chatbot that has every conversation first, and one
 * subscription to all conversation topics. The pipeline is an admin whom nobody sees as an agent.
 */
public final class Intercom implements HelpChat {
  private final Surroundings around;
  private final Workspace workspace;
  private final Conversations conversations;
  private final Answers answers;
  private final RestApi restApi;
  private final MessengerApi messengerApi;

  /** A fresh workspace that keeps 50,000 conversations; ids and secrets follow from the seed. */
  public Intercom(long seed, Surroundings around) {
    this(seed, around, Shelf.STANDARD);
  }

  /**
   * A fresh workspace whose ids and secrets follow from {@code seed}.
   *
   * @param kept how many conversations it keeps, 1 or more, and three times as many contacts; then
   *     it forgets closed ones
   */
  public Intercom(long seed, Surroundings around, int kept) {
    Seeded seeded = new Seeded(seed);
    this.around = around;
    this.workspace = new Workspace(seeded, around.clock().instant());
    Contacts contacts = new Contacts(seeded, around.clock(), 3 * kept);
    this.conversations =
        new Conversations(
            workspace,
            contacts,
            new Notifications(workspace, workspace.clientSecret(), seeded, around),
            around,
            kept);
    this.answers = new Answers(seeded, around.clock());
    this.restApi = new RestApi(workspace, contacts, conversations, answers);
    this.messengerApi = new MessengerApi(workspace, contacts, conversations, answers);
  }

  @Override
  public VisitorApi visitors() {
    return new MessengerVisitors(prefix() + MessengerApi.PREFIX + workspace.id());
  }

  @Override
  public Map<String, String> credentials() {
    return Map.of(
        "HELP_CHAT_PROVIDER", "intercom",
        "HELP_CHAT_TOKEN", workspace.token(),
        "HELP_CHAT_ACCOUNT", workspace.id(),
        "HELP_CHAT_WEBHOOK_SECRET", workspace.clientSecret());
  }

  @Override
  public String addAgent(String name, String email) {
    return Integer.toString(workspace.addAdmin(name, email).id());
  }

  @Override
  public String invite(String name, String email) {
    return Integer.toString(workspace.inviteAdmin(name, email).id());
  }

  @Override
  public boolean accept(String agentId) {
    return workspace.accept(agentId);
  }

  @Override
  public boolean chatbotReplies(String conversation, String text) {
    Body body = Body.ofText(text);
    return body.isAcceptable()
        && act(
            conversation, it -> it.isWithBot() && conversations.reply(it, bot(), body).isPresent());
  }

  /** The chatbot assigns the conversation to the team. */
  @Override
  public boolean handOver(String conversation) {
    Assignee team = new Assignee.ToTeam(workspace.team());
    return act(
        conversation,
        it -> it.isWithBot() && conversations.assign(it, bot(), team, Optional.empty()));
  }

  @Override
  public boolean take(String conversation, String agentId) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) ->
            !it.isClosed()
                && it.isHandedOver()
                && conversations.assign(
                    it, desk(agent), new Assignee.ToAdmin(agent), Optional.empty()));
  }

  @Override
  public boolean reply(String conversation, String agentId, String text) {
    Body body = Body.ofText(text);
    return body.isAcceptable()
        && byAgent(
            conversation,
            agentId,
            (it, agent) ->
                !it.isClosed() && conversations.reply(it, desk(agent), body).isPresent());
  }

  @Override
  public boolean note(String conversation, String agentId, String text) {
    Body body = Body.ofText(text);
    return body.isAcceptable()
        && byAgent(
            conversation,
            agentId,
            (it, agent) -> conversations.note(it, desk(agent), body).isPresent());
  }

  @Override
  public boolean close(String conversation, String by) {
    Optional<Actor> actor = by.equals(CHATBOT) ? Optional.of(bot()) : agent(by).map(Intercom::desk);
    return actor.isPresent()
        && act(
            conversation,
            it -> !it.isClosed() && conversations.close(it, actor.get(), Optional.empty()));
  }

  @Override
  public List<Colleague> colleagues() {
    return workspace.everybody().stream()
        .filter(admin -> !admin.equals(workspace.pipeline()))
        .map(admin -> new Colleague(Integer.toString(admin.id()), admin.name()))
        .toList();
  }

  @Override
  public List<Transcript> transcripts(int most) {
    return new Transcripts(workspace, conversations).latest(most);
  }

  @Override
  public String name() {
    return "help-chat";
  }

  @Override
  public String prefix() {
    return "/intercom";
  }

  @Override
  public Answer troubled(Trouble trouble, Call call) {
    return answers.troubled(trouble);
  }

  /** While the chat is out, visitors get 503; what the pipeline gets is up to the faults. */
  @Override
  public Answer answer(Call call) {
    if (fromPipeline(call)) {
      return restApi.answer(call);
    }
    return around.out().getAsBoolean()
        ? answers.refused(new Problem(503, "service_unavailable", "Service Unavailable"))
        : messengerApi.answer(call);
  }

  /** The method and the path with ids left out, such as {@code POST conversations/:id/reply}. */
  @Override
  public String label(Call call) {
    return fromPipeline(call)
        ? call.method() + " " + Route.of(call).label()
        : MessengerApi.label(call);
  }

  @Override
  public boolean fromPipeline(Call call) {
    return !call.path().startsWith(MessengerApi.PREFIX);
  }

  private interface AgentAction {
    boolean by(Conversation conversation, Admin agent);
  }

  private Actor bot() {
    return Actor.desk(workspace.bot());
  }

  private static Actor desk(Admin agent) {
    return Actor.desk(agent.author());
  }

  private boolean byAgent(String conversation, String agentId, AgentAction action) {
    return agent(agentId).map(agent -> act(conversation, it -> action.by(it, agent))).orElse(false);
  }

  private boolean act(String conversation, Predicate<Conversation> action) {
    if (around.out().getAsBoolean()) {
      return false;
    }
    return conversations.find(conversation).map(it -> it.locked(action::test)).orElse(false);
  }

  private Optional<Admin> agent(String id) {
    return workspace
        .admin(id)
        .filter(it -> !it.equals(workspace.pipeline()) && workspace.hasAccepted(it));
  }
}
