package gameday.mocks.helpchat.smartloop;

import gameday.mocks.chat.Invitations;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.faults.Trouble;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Smartloop with one bot on platform {@code web}. A conversation is a visitor's thread, named by
 * the visitor's user id. It has no private notes.
 */
public final class Smartloop implements HelpChat {
  /** What an agent says who closes without a message of their own. */
  public static final String CLOSED = "This conversation is closed.";

  private final Surroundings around;
  private final Seeded seeded;
  private final String botId;
  private final Map<String, String> credentials;
  private final Threads threads;
  private final WebApi webApi;
  private final GraphqlApi graphqlApi;
  private final Map<String, Agent> agents = new ConcurrentHashMap<>();
  private final Invitations invitations = new Invitations();
  private final AtomicInteger lastAgent = new AtomicInteger();

  /** A fresh bot of the standard kind, whose ids and secrets follow from {@code seed}. */
  public Smartloop(long seed, Surroundings around) {
    this(seed, around, SmartloopSettings.standard());
  }

  /** A fresh bot whose ids and secrets follow from {@code seed}. */
  public Smartloop(long seed, Surroundings around, SmartloopSettings settings) {
    this.around = around;
    this.seeded = new Seeded(seed);
    this.botId = seeded.hex("smartloop/bot", 32);
    String key = seeded.hex("smartloop/api-key", 40);
    String secret = seeded.hex("smartloop/webhook-secret", 48);
    this.credentials =
        Map.of(
            "HELP_CHAT_PROVIDER", "smartloop",
            "HELP_CHAT_TOKEN", key,
            "HELP_CHAT_ACCOUNT", botId,
            "HELP_CHAT_WEBHOOK_SECRET", secret);
    this.threads = new Threads(new Events(botId, secret, seeded, around), around, settings);
    this.webApi = new WebApi(botId, threads);
    this.graphqlApi = new GraphqlApi(key, new Operations(botId, threads));
  }

  @Override
  public VisitorApi visitors() {
    return new WebVisitors(prefix() + "/web/" + botId + "/messages");
  }

  @Override
  public Map<String, String> credentials() {
    return credentials;
  }

  @Override
  public String addAgent(String name, String email) {
    return add(name, email, false);
  }

  @Override
  public String invite(String name, String email) {
    return add(name, email, true);
  }

  @Override
  public boolean accept(String agentId) {
    return invitations.accept(agentId);
  }

  private String add(String name, String email, boolean invited) {
    int number = lastAgent.incrementAndGet();
    String id = seeded.hex("smartloop/agent/" + number, 32);
    if (invited) {
      invitations.invite(id);
    }
    agents.put(id, new Agent(number, id, name, email));
    return id;
  }

  @Override
  public boolean chatbotReplies(String conversation, String text) {
    return act(
        conversation,
        it -> it.isOpen() && !it.inHandoff() && threads.write(it, Author.bot(), text));
  }

  @Override
  public boolean handOver(String conversation) {
    return act(conversation, it -> it.isOpen() && !it.inHandoff() && threads.letGo(it));
  }

  @Override
  public boolean take(String conversation, String agentId) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) -> it.isOpen() && it.inHandoff() && threads.join(it, agent));
  }

  /** An agent takes over simply by writing: that pauses the bot, too. */
  @Override
  public boolean reply(String conversation, String agentId, String text) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) ->
            it.isOpen()
                && Messages.isAcceptable(text)
                && (it.inHandoff() || threads.handoff(it, true, Author.bot()))
                && threads.write(it, agent.author(), text));
  }

  @Override
  public boolean note(String conversation, String agentId, String text) {
    throw new UnsupportedOperationException("smartloop has no private notes");
  }

  /** An agent's close says {@link #CLOSED}. */
  @Override
  public boolean close(String conversation, String by) {
    return by.equals(CHATBOT)
        ? act(conversation, it -> it.isOpen() && threads.close(it, Author.bot(), ""))
        : close(conversation, by, CLOSED);
  }

  /** An agent presses Close with a short message, which must not be blank. */
  public boolean close(String conversation, String agentId, String text) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) ->
            it.isOpen() && Messages.isAcceptable(text) && threads.close(it, agent.author(), text));
  }

  @Override
  public List<Colleague> colleagues() {
    return agents.values().stream()
        .sorted(Comparator.comparingInt(Agent::number))
        .map(agent -> new Colleague(agent.id(), agent.name()))
        .toList();
  }

  @Override
  public List<Transcript> transcripts(int most) {
    return new Transcripts(threads).latest(most);
  }

  @Override
  public String name() {
    return "help-chat";
  }

  @Override
  public String prefix() {
    return "/smartloop";
  }

  /** While the chat is out, visitors get 503; what the pipeline gets is up to the faults. */
  @Override
  public Answer answer(Call call) {
    if (fromPipeline(call)) {
      return graphqlApi.answer(call);
    }
    return around.out().getAsBoolean()
        ? WebApi.error(503, "service unavailable")
        : webApi.answer(call);
  }

  @Override
  public Answer troubled(Trouble trouble, Call call) {
    return GraphqlApi.troubled(trouble);
  }

  /** A GraphQL call's first field, such as {@code sendToUser}; method and kind for others. */
  @Override
  public String label(Call call) {
    return fromPipeline(call) ? graphqlApi.label(call) : call.method() + " web/messages";
  }

  @Override
  public boolean fromPipeline(Call call) {
    return !call.path().startsWith("/web/");
  }

  private interface AgentAction {
    boolean by(ChatThread thread, Agent agent);
  }

  private boolean byAgent(String conversation, String agentId, AgentAction action) {
    return Optional.ofNullable(agents.get(agentId))
        .filter(agent -> invitations.hasAccepted(agent.id()))
        .map(agent -> act(conversation, it -> action.by(it, agent)))
        .orElse(false);
  }

  private boolean act(String conversation, Predicate<ChatThread> action) {
    if (around.out().getAsBoolean()) {
      return false;
    }
    return threads.find(conversation).map(it -> it.locked(action::test)).orElse(false);
  }
}
