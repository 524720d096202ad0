package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.faults.Trouble;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chatwoot with one account, one API inbox, an agent bot that has every new conversation first, and
 * one webhook for all events. The pipeline is a user of the account whom nobody sees as an agent.
 */
public final class Chatwoot implements HelpChat {
  static final String PREFIX = "/chatwoot";

  private final Surroundings around;
  private final Inbox inbox;
  private final Attachments attachments;
  private final Conversations conversations;
  private final BotFailures bot;
  private final Map<String, String> credentials;
  private final PublicApi publicApi;
  private final AccountApi accountApi;

  /** A fresh account of the standard kind, whose ids and secrets follow from {@code seed}. */
  public Chatwoot(long seed, Surroundings around) {
    this(seed, around, ChatwootSettings.standard());
  }

  /** A fresh account whose ids and secrets follow from {@code seed}. */
  public Chatwoot(long seed, Surroundings around, ChatwootSettings settings) {
    Seeded seeded = new Seeded(seed);
    String token = seeded.hex("chatwoot/token", 24);
    String secret = seeded.hex("chatwoot/webhook-secret", 48);
    this.around = around;
    this.inbox = new Inbox(seeded);
    Events events = new Events(inbox, secret, seeded, around);
    Memory memory = Memory.of(settings, seeded, events, around.clock());
    this.attachments = memory.attachments();
    this.conversations = new Conversations(inbox, events, memory, around);
    this.bot = new BotFailures(conversations, settings.botFailuresOpen());
    this.credentials =
        Map.of(
            "HELP_CHAT_PROVIDER",
            "chatwoot",
            "HELP_CHAT_TOKEN",
            token,
            "HELP_CHAT_ACCOUNT",
            Integer.toString(inbox.account()),
            "HELP_CHAT_WEBHOOK_SECRET",
            secret);
    this.publicApi = new PublicApi(inbox, memory.contacts(), conversations);
    this.accountApi =
        new AccountApi(
            new Webhooks(inbox, around.deliveries()),
            inbox,
            memory.contacts(),
            conversations,
            token);
  }

  @Override
  public VisitorApi visitors() {
    return new WidgetVisitors(prefix(), inbox.identifier());
  }

  @Override
  public Map<String, String> credentials() {
    return credentials;
  }

  @Override
  public String addAgent(String name, String email) {
    return Integer.toString(inbox.addUser(name, email, false).id());
  }

  /** An invited agent is listed with {@code confirmed: false}. */
  @Override
  public String invite(String name, String email) {
    return Integer.toString(inbox.addUser(name, email, true).id());
  }

  @Override
  public boolean accept(String agentId) {
    return inbox.accept(agentId);
  }

  /**
   * To be told how deliveries end, if the pipeline's webhook is the agent bot's: {@link
   * ChatwootSettings#openWhenBotFails()}. Does nothing otherwise, nor for webhooks of others.
   */
  public DeliveryListener deliveries() {
    return bot;
  }

  @Override
  public boolean chatbotReplies(String conversation, String text) {
    return act(
        conversation,
        it -> it.status() == Status.PENDING && conversations.write(it, inbox.bot(), text, false));
  }

  @Override
  public boolean handOver(String conversation) {
    return act(
        conversation,
        it -> it.status() == Status.PENDING && conversations.setStatus(it, Status.OPEN));
  }

  @Override
  public boolean take(String conversation, String agentId) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) -> it.status() == Status.OPEN && conversations.assign(it, Optional.of(agent)));
  }

  @Override
  public boolean reply(String conversation, String agentId, String text) {
    return byAgent(
        conversation,
        agentId,
        (it, agent) ->
            it.status() != Status.RESOLVED && conversations.write(it, agent, text, false));
  }

  @Override
  public boolean note(String conversation, String agentId, String text) {
    return byAgent(
        conversation, agentId, (it, agent) -> conversations.write(it, agent, text, true));
  }

  @Override
  public boolean close(String conversation, String by) {
    boolean known = by.equals(CHATBOT) || inbox.agent(by).isPresent();
    return known
        && act(
            conversation,
            it -> it.status() != Status.RESOLVED && conversations.setStatus(it, Status.RESOLVED));
  }

  @Override
  public List<Colleague> colleagues() {
    return inbox.team().stream()
        .map(user -> new Colleague(Integer.toString(user.id()), user.name()))
        .toList();
  }

  @Override
  public List<Transcript> transcripts(int most) {
    return new Transcripts(inbox, conversations).latest(most);
  }

  @Override
  public String name() {
    return "help-chat";
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public boolean knows(String path) {
    return path.startsWith("/api/v1/") || path.startsWith("/public/") || path.startsWith("/rails/");
  }

  /** While the chat is out, visitors get 503; what the pipeline gets is up to the faults. */
  @Override
  public Answer answer(Call call) {
    if (fromPipeline(call)) {
      return accountApi.answer(call);
    }
    if (around.out().getAsBoolean()) {
      return Answers.unavailable();
    }
    return Attachments.isAddress(call.path()) ? attachments.answer(call) : publicApi.answer(call);
  }

  @Override
  public Answer troubled(Trouble trouble, Call call) {
    return Answers.troubled(trouble);
  }

  /** The method and the path with ids left out, such as {@code POST conversations/:id/messages}. */
  @Override
  public String label(Call call) {
    return call.method() + " " + Route.of(call).label();
  }

  @Override
  public boolean fromPipeline(Call call) {
    return !call.path().startsWith("/public/") && !Attachments.isAddress(call.path());
  }

  private interface AgentAction {
    boolean by(Conversation conversation, Person.User agent);
  }

  private boolean byAgent(String conversation, String agentId, AgentAction action) {
    return inbox
        .agent(agentId)
        .map(agent -> act(conversation, it -> action.by(it, agent)))
        .orElse(false);
  }

  private boolean act(String conversation, Predicate<Conversation> action) {
    if (around.out().getAsBoolean()) {
      return false;
    }
    return conversations.find(conversation).map(it -> it.locked(action::test)).orElse(false);
  }
}
