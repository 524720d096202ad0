package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.helpchat.chatwoot.Person.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The account, its one inbox, and everybody in it. */
final class Inbox {
  static final String CHANNEL = "Channel::Api";

  /** More visits than this are refused. */
  private static final int MAX_VISITS = 200_000;

  private final Seeded seeded;
  private final int account;
  private final int id;
  private final String identifier;
  private final Person bot = new Person(1, Kind.AGENT_BOT, "Chatbot", "");
  private final Person pipeline;
  private final AtomicInteger lastUser = new AtomicInteger();
  private final AtomicInteger lastContact = new AtomicInteger();
  private final AtomicInteger lastVisit = new AtomicInteger();
  private final Map<String, Person> users = new ConcurrentHashMap<>();
  private final Map<String, Person> contactsByEmail = new ConcurrentHashMap<>();
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();

  Inbox(Seeded seeded) {
    this.seeded = seeded;
    this.account = 1 + Integer.parseInt(seeded.hex("chatwoot/account", 4), 16);
    this.id = 1 + Integer.parseInt(seeded.hex("chatwoot/inbox", 3), 16);
    this.identifier = seeded.hex("chatwoot/inbox-identifier", 24);
    this.pipeline = addUser("Escalation pipeline", "pipeline@gameday.example");
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
  Person bot() {
    return bot;
  }

  /** The user whose token the pipeline has. */
  Person pipeline() {
    return pipeline;
  }

  Person addUser(String name, String email) {
    Person user = new Person(lastUser.incrementAndGet(), Kind.USER, name, email);
    users.put(Integer.toString(user.id()), user);
    return user;
  }

  Optional<Person> user(String userId) {
    return Optional.ofNullable(users.get(userId));
  }

  Optional<Visit> visit(String sourceId) {
    return Optional.ofNullable(visits.get(sourceId));
  }

  /**
   * The visit of that source id; a new one if there is none, by the contact of that e-mail if one
   * is known. Empty if the inbox is full.
   */
  Optional<Visit> visit(String sourceId, String name, String email, Instant now) {
    if (!visits.containsKey(sourceId) && visits.size() >= MAX_VISITS) {
      return Optional.empty();
    }
    return Optional.of(
        visits.computeIfAbsent(
            sourceId,
            key -> new Visit(lastVisit.incrementAndGet(), key, contact(name, email), now)));
  }

  String newSourceId() {
    return uuid("source/" + lastVisit.get() + "/" + visits.size());
  }

  String uuid(String name) {
    String hex = seeded.hex("chatwoot/" + name, 32);
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  ObjectNode json() {
    return RequestJson.object().put("id", id).put("name", "Help chat");
  }

  ObjectNode accountJson() {
    return RequestJson.object().put("id", account).put("name", "Gameday");
  }

  private Person contact(String name, String email) {
    if (email.isBlank()) {
      return new Person(lastContact.incrementAndGet(), Kind.CONTACT, name, email);
    }
    return contactsByEmail.computeIfAbsent(
        email.toLowerCase(Locale.ROOT),
        key -> new Person(lastContact.incrementAndGet(), Kind.CONTACT, name, email));
  }
}
