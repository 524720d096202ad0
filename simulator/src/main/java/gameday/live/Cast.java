package gameday.live;

import gameday.contract.EventFile;
import gameday.history.Happening.Author;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.slack.SlackWorkspace;
import gameday.people.StaffMember;
import gameday.process.Tier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff with their accounts: all in Slack, the Client team also in both chats. */
final class Cast {
  /**
   * One of the staff.
   *
   * @param helpChatId empty text for who is not in the chats
   */
  record Player(StaffMember member, String slackId, String helpChatId, String modChatId) {}

  private final Map<String, Player> byId = new LinkedHashMap<>();
  private final Map<String, Player> bySlackId = new LinkedHashMap<>();

  Cast(List<StaffMember> staff, SlackWorkspace slack, HelpChat helpChat, ModChat modChat) {
    for (StaffMember member : staff) {
      boolean inChats = member.role() == Tier.CLIENT_TEAM;
      Player player =
          new Player(
              member,
              slack.addPerson(member.name(), member.email()),
              inChats ? helpChat.addAgent(member.name(), member.email()) : "",
              inChats ? modChat.addAgent(member.name(), member.email()) : "");
      byId.put(member.id(), player);
      bySlackId.put(player.slackId(), player);
    }
  }

  /** The player of a roster id. */
  Player player(String id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new IllegalArgumentException("nobody of the staff is called " + id));
  }

  List<String> slackIds() {
    return List.copyOf(bySlackId.keySet());
  }

  List<String> slackIdsOf(Tier role) {
    return byId.values().stream()
        .filter(player -> player.member().role() == role)
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
        Optional.of(player.slackId()),
        Optional.of(player.helpChatId()).filter(id -> !id.isEmpty()));
  }
}
