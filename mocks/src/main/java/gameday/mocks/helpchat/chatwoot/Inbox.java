package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.Invitations;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.helpchat.chatwoot.Person.AgentBot;
import gameday.mocks.helpchat.chatwoot.Person.User;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The account, its one inbox, and who works there. */
final class Inbox {
  static final String CHANNEL = "Channel::Api";

  private final Seeded seeded;
  private final int account;
  private final int id;
  private final String identifier;
  private final AgentBot bot = new AgentBot(1, "Chatbot");
  private final User pipeline;
  private final AtomicInteger lastUser = new AtomicInteger();
  private final AtomicInteger lastSourceId = new AtomicInteger();
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Invitations invitations = new Invitations();

  Inbox(Seeded seeded) {
    this.seeded = seeded;
    this.account = 1 + Integer.parseInt(seeded.hex("chatwoot/account", 4), 16);
    this.id = 1 + Integer.parseInt(seeded.hex("chatwoot/inbox", 3), 16);
    this.identifier = seeded.hex("chatwoot/inbox-identifier", 24);
    this.pipeline = addUser("Escalation pipeline", "pipeline@gameday.example", false);
  }

  int account() {
    return account;
  }

  int id() {
    return id;
  }

  String identifier() {
    return identifier;
  }

  /** The chatbot. */
  AgentBot bot() {
    return bot;
  }

  /** The user whose token the pipeline has. */
  User pipeline() {
    return pipeline;
  }

  User addUser(String name, String email, boolean invited) {
    User user = new User(lastUser.incrementAndGet(), name, email);
    String key = Integer.toString(user.id());
    if (invited) {
      invitations.invite(key);
    }
    users.put(key, user);
    return user;
  }

  boolean accept(String userId) {
    return invitations.accept(userId);
  }

  Optional<User> user(String userId) {
    return Optional.ofNullable(users.get(userId));
  }

  /** Somebody who can act: has accepted, and isn't the pipeline. */
  Optional<User> agent(String userId) {
    return user(userId).filter(it -> it != pipeline && invitations.hasAccepted(userId));
  }

  /** Who may work here, the pipeline left out, in the order of their coming. */
  List<User> team() {
    return users.values().stream()
        .filter(user -> user != pipeline)
        .sorted(Comparator.comparingInt(User::id))
        .toList();
  }

  String newSourceId() {
    return uuid("source/" + lastSourceId.incrementAndGet());
  }

  String uuid(String name) {
    String hex = seeded.hex("chatwoot/" + name, 32);
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  /** As messages and contacts show it. */
  ObjectNode json() {
    return RequestJson.object().put("id", id).put("name", "Help chat");
  }

  /** As the list of inboxes shows it. */
  ObjectNode wholeJson() {
    return json()
        .put("channel_id", 1)
        .put("channel_type", CHANNEL)
        .put("avatar_url", "")
        .put("inbox_identifier", identifier)
        .put("greeting_enabled", false)
        .put("enable_auto_assignment", false)
        .put("working_hours_enabled", false)
        .put("csat_survey_enabled", false)
        .put("allow_messages_after_resolved", true)
        .put("lock_to_single_conversation", false)
        .put("timezone", "UTC");
  }

  ObjectNode accountJson() {
    return RequestJson.object().put("id", account).put("name", "Gameday");
  }

  /** Everybody of the account, who has accepted the invitation ({@code confirmed}) or not. */
  List<ObjectNode> agentsJson() {
    return users.values().stream()
        .sorted(Comparator.comparingInt(User::id))
        .map(this::agentJson)
        .toList();
  }

  private ObjectNode agentJson(User user) {
    boolean confirmed = invitations.hasAccepted(Integer.toString(user.id()));
    return RequestJson.object()
        .put("id", user.id())
        .put("account_id", account)
        .put("availability_status", confirmed ? "online" : "offline")
        .put("auto_offline", true)
        .put("confirmed", confirmed)
        .put("email", user.email())
        .put("provider", "email")
        .put("available_name", user.name())
        .put("name", user.name())
        .put("role", user == pipeline ? "administrator" : "agent")
        .put("thumbnail", "");
  }
}
