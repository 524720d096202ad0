package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.Invitations;
import gameday.mocks.chat.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The workspace: its id, its admins, the team in whose inbox handed-over conversations wait. */
final class Workspace {
  private static final String CODE = "0123456789abcdefghijklmnopqrstuv";
  private static final int MAX_TAGS = 1_000;

  private final Instant since;
  private final String id;
  private final String token;
  private final String clientSecret;
  private final long firstConversation;
  private final AtomicInteger lastAdmin;
  private final AtomicInteger lastTag = new AtomicInteger();
  private final Invitations invitations = new Invitations();
  private final Map<Integer, Admin> admins = new ConcurrentSkipListMap<>();
  private final Map<String, Tag> tags = new ConcurrentHashMap<>();
  private final Team team;
  private final Author bot;
  private final Admin pipeline;

  Workspace(Seeded seeded, Instant since) {
    this.since = since;
    this.id = code(seeded.hex("intercom/app", 16));
    String key = uuid(seeded, "token").replace('-', '_');
    this.token =
        Base64.getEncoder()
            .encodeToString(("tok:" + key + ":1:0").getBytes(StandardCharsets.US_ASCII));
    this.clientSecret = uuid(seeded, "client-secret");
    this.firstConversation =
        215_470_000_000_000L
            + 1_000L * Integer.parseInt(seeded.hex("intercom/conversations", 7), 16);
    int first = 5_000_000 + Integer.parseInt(seeded.hex("intercom/admins", 5), 16);
    this.lastAdmin = new AtomicInteger(first + 1);
    this.team = new Team(first, "Client team");
    this.bot =
        new Author("bot", Integer.toString(first + 1), "Fin", "operator+" + id + "@intercom.io");
    this.pipeline = addAdmin("Escalation pipeline", "pipeline@gameday.example");
  }

  /** {@code app_id}, Intercom's name of the workspace. */
  String id() {
    return id;
  }

  /** The app's access token. */
  String token() {
    return token;
  }

  /** What notifications are signed with. */
  String clientSecret() {
    return clientSecret;
  }

  /** Conversations count on from this id. */
  long firstConversation() {
    return firstConversation;
  }

  /** The chatbot. */
  Author bot() {
    return bot;
  }

  Team team() {
    return team;
  }

  Optional<Team> team(String teamId) {
    return Optional.of(team).filter(it -> Integer.toString(it.id()).equals(teamId));
  }

  /** The admin whose token the pipeline has. */
  Admin pipeline() {
    return pipeline;
  }

  Admin addAdmin(String name, String email) {
    Admin admin = new Admin(lastAdmin.incrementAndGet(), name, email);
    admins.put(admin.id(), admin);
    return admin;
  }

  /** Somebody who is no admin yet in the API's eyes, and can do nothing. */
  Admin inviteAdmin(String name, String email) {
    Admin admin = new Admin(lastAdmin.incrementAndGet(), name, email);
    invitations.invite(Integer.toString(admin.id()));
    admins.put(admin.id(), admin);
    return admin;
  }

  boolean accept(String adminId) {
    return invitations.accept(adminId);
  }

  boolean hasAccepted(Admin admin) {
    return invitations.hasAccepted(Integer.toString(admin.id()));
  }

  /** Admins and those who were invited, in the order they came. */
  Collection<Admin> everybody() {
    return admins.values();
  }

  Optional<Admin> admin(String adminId) {
    // Ids come from callers; only what we would print ourselves is one.
    return adminId.matches("[1-9][0-9]{0,8}")
        ? Optional.ofNullable(admins.get(Integer.parseInt(adminId)))
        : Optional.empty();
  }

  /** Who has accepted, in the order they came. */
  List<Admin> admins() {
    return admins.values().stream().filter(this::hasAccepted).toList();
  }

  /** The tag of that name, a new one if need be; empty if there are too many. */
  synchronized Optional<Tag> tagNamed(String name) {
    Optional<Tag> known = tags.values().stream().filter(it -> it.name().equals(name)).findFirst();
    if (known.isPresent() || tags.size() >= MAX_TAGS) {
      return known;
    }
    Tag tag = new Tag(Integer.toString(lastTag.incrementAndGet()), name);
    tags.put(tag.id(), tag);
    return Optional.of(tag);
  }

  Optional<Tag> tag(String tagId) {
    return Optional.ofNullable(tags.get(tagId));
  }

  Collection<Tag> tags() {
    return tags.values();
  }

  /** What {@code GET /me} shows. */
  ObjectNode me() {
    ObjectNode json = pipeline.json(team).put("email_verified", true);
    json.putObject("app")
        .put("type", "app")
        .put("id_code", id)
        .put("name", "Gameday")
        .put("created_at", since.getEpochSecond())
        .put("secure", false)
        .put("identity_verification", false)
        .put("timezone", "UTC")
        .put("region", "US");
    json.putObject("avatar").put("type", "avatar").putNull("image_url");
    return json;
  }

  /** A UUID that belongs to {@code name}. */
  static String uuid(Seeded seeded, String name) {
    String hex = seeded.hex("intercom/" + name, 32);
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static String code(String hex) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      code.append(CODE.charAt(Integer.parseInt(hex.substring(i, i + 2), 16) % CODE.length()));
    }
    return code.toString();
  }
}
