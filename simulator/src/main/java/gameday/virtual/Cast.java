package gameday.virtual;

import gameday.contract.EventFile;
import gameday.history.Happening.Author;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import gameday.scenario.EventPlan;
import gameday.scenario.Invitation;
import gameday.scenario.Roster;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMember;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff with their accounts, each as far as they were invited. */
final class Cast {
  /** The pipeline's own user in Slack. */
  static final String BOT = "U0PIPELINE";

  private static final String TECH_SUPPORT_GROUP = "S0TECH";
  private static final Author PIPELINE = new Author(Author.Role.PIPELINE, "pipeline");
  private static final int FIRST_ACCOUNT = 101;

  private final Scenario scenario;
  private final Map<String, Player> byId = new LinkedHashMap<>();
  private final Map<String, Author> authors = new HashMap<>();

  /**
   * One of the staff.
   *
   * @param slackId empty text for who was not invited
   * @param chatId their account in both chats; empty text for who has none
   */
  private record Player(StaffMember member, String slackId, String chatId) {}

  Cast(Scenario scenario) {
    this.scenario = scenario;
    for (StaffMember member : Roster.of(scenario.staff())) {
      int number = FIRST_ACCOUNT + byId.size();
      String slackId = member.slack() == Invitation.NOT_INVITED ? "" : "U0" + number;
      boolean inChats = member.helpChat().filter(it -> it != Invitation.NOT_INVITED).isPresent();
      byId.put(member.id(), new Player(member, slackId, inChats ? "" + number : ""));
      authors.put(slackId, new Author(role(member.role()), member.id()));
    }
    authors.put(BOT, PIPELINE);
  }

  private static Author.Role role(Tier tier) {
    return switch (tier) {
      case CLIENT_TEAM -> Author.Role.CLIENT_TEAM;
      case CSM -> Author.Role.CSM;
      case TECH_SUPPORT -> Author.Role.TECH_SUPPORT;
      case CHATBOT -> throw new IllegalStateException("the chatbot is not in Slack");
    };
  }

  /** The Slack user of a roster id. */
  String slackId(String person) {
    return player(person).slackId();
  }

  /** The account in the chats of a roster id. */
  String chatId(String person) {
    return player(person).chatId();
  }

  private Player player(String person) {
    return Optional.ofNullable(byId.get(person))
        .orElseThrow(() -> new IllegalArgumentException("nobody of the staff is called " + person));
  }

  /** Who wrote something in Slack. */
  Author author(String slackId) {
    Author known = authors.get(slackId);
    return known == null ? new Author(Author.Role.OTHER, slackId) : known;
  }

  /** Somebody of the Client team who is in Slack, for an intruder to pose as; else anybody. */
  String anyAgent() {
    return byId.values().stream()
        .filter(player -> player.member().role() == Tier.CLIENT_TEAM)
        .map(Player::slackId)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("U0NOBODY");
  }

  /** Whom an escalation's greeting mentions. */
  Mention mention() {
    Optional<String> csm =
        byId.values().stream()
            .filter(one -> one.member().role() == Tier.CSM && one.member().isInSlack())
            .map(Player::slackId)
            .findFirst();
    return scenario.process().profile() == Profile.NAMED_CSM && csm.isPresent()
        ? new Mention.Person(csm.get())
        : new Mention.Here();
  }

  /** Mentions Tech Support. */
  String techSupport() {
    return "<!subteam^" + TECH_SUPPORT_GROUP + ">";
  }

  /** What the pipeline is told of the event. */
  EventFile eventFile() {
    EventPlan event = scenario.event();
    return new EventFile(
        new EventFile.Event(event.name(), event.url(), event.channel()),
        event.sessions().stream()
            .map(
                session ->
                    new EventFile.Session(
                        session.id(), session.title(), event.url() + "/sessions/" + session.id()))
            .toList(),
        scenario.process(),
        mention(),
        TECH_SUPPORT_GROUP,
        members());
  }

  private List<EventFile.Member> members() {
    return byId.values().stream()
        .map(
            player -> {
              StaffMember staff = player.member();
              return new EventFile.Member(
                  staff.id(),
                  staff.name(),
                  staff.email(),
                  staff.role(),
                  Optional.of(player.slackId()).filter(id -> !id.isEmpty()),
                  Optional.of(player.chatId()).filter(id -> !id.isEmpty()),
                  staff.isInSlack(),
                  staff.helpChat().orElse(Invitation.ACCEPTED) == Invitation.ACCEPTED);
            })
        .toList();
  }
}
