package gameday.live;

import gameday.contract.EventFile;
import gameday.history.Happening.Author;
import gameday.mocks.chat.AgentDesk;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.slack.SlackWorkspace;
import gameday.process.Tier;
import gameday.scenario.Invitation;
import gameday.scenario.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The staff with their accounts: all in Slack, the Client team also in both chats; each as far as
 * they were invited.
 */
final class Cast {
  /**
   * One of the staff.
   *
   * @param slackId empty text for who was not invited
   * @param helpChatId empty text for who is not in the chats
   */
  record Player(StaffMember member, String slackId, String helpChatId, String modChatId) {}

  private final Map<String, Player> byId = new LinkedHashMap<>();
  private final Map<String, Player> bySlackId = new LinkedHashMap<>();

  Cast(List<StaffMember> staff, SlackWorkspace slack, HelpChat helpChat, ModChat modChat) {
    for (StaffMember member : staff) {
      Player player =
          new Player(
              member, account(member, slack), account(member, helpChat), account(member, modChat));
      byId.put(member.id(), player);
      if (!player.slackId().isEmpty()) {
        bySlackId.put(player.slackId(), player);
      }
    }
  }

  private static String account(StaffMember member, SlackWorkspace slack) {
    return switch (member.slack()) {
      case ACCEPTED -> slack.addPerson(member.name(), member.email());
      case INVITED -> slack.admin().invitePerson(member.name(), member.email());
      case NOT_INVITED -> "";
    };
  }

  private static String account(StaffMember member, AgentDesk desk) {
    return switch (member.helpChat().orElse(Invitation.NOT_INVITED)) {
      case ACCEPTED -> desk.addAgent(member.name(), member.email());
      case INVITED -> desk.invite(member.name(), member.email());
      case NOT_INVITED -> "";
    };
  }

  /** The player of a roster id. */
  Player player(String id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new IllegalArgumentException("nobody of the staff is called " + id));
  }

  /** Of those who are in Slack: have accepted. */
  List<String> slackIds() {
    return bySlackId.values().stream()
        .filter(player -> player.member().isInSlack())
        .map(Player::slackId)
        .toList();
  }

  /** Likewise, of one team. */
  List<String> slackIdsOf(Tier role) {
    return bySlackId.values().stream()
        .filter(player -> player.member().role() == role && player.member().isInSlack())
        .map(Player::slackId)
        .toList();
  }

  /** Who wrote something in Slack. */
  Author author(String slackId, boolean byBot) {
    if (byBot) {
      return new Author(Author.Role.PIPELINE, "pipeline");
    }
    Player player = bySlackId.get(slackId);
    if (player == null) {
      return new Author(Author.Role.OTHER, slackId);
    }
    return new Author(
        switch (player.member().role()) {
          case CLIENT_TEAM -> Author.Role.CLIENT_TEAM;
          case CSM -> Author.Role.CSM;
          case TECH_SUPPORT -> Author.Role.TECH_SUPPORT;
          case CHATBOT -> throw new IllegalStateException("the chatbot is not in Slack");
        },
        player.member().id());
  }

  List<EventFile.Member> members() {
    return byId.values().stream().map(Cast::member).toList();
  }

  private static EventFile.Member member(Player player) {
    StaffMember staff = player.member();
    return new EventFile.Member(
        staff.id(),
        staff.name(),
        staff.email(),
        staff.role(),
        Optional.of(player.slackId()).filter(id -> !id.isEmpty()),
        Optional.of(player.helpChatId()).filter(id -> !id.isEmpty()),
        staff.isInSlack(),
        staff.helpChat().orElse(Invitation.ACCEPTED) == Invitation.ACCEPTED);
  }
}
