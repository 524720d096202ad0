package gameday.scenario;

import gameday.process.EscalationWay;
import gameday.process.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who of the staff can't do their part, because they have not accepted an invitation. */
public final class NoShows {
  private static final int MOST_NAMES = 5;
  private static final List<Tier> TEAMS = List.of(Tier.CLIENT_TEAM, Tier.CSM, Tier.TECH_SUPPORT);

  private final Scenario scenario;
  private final List<String> sentences = new ArrayList<>();

  private NoShows(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Who was missing, a sentence for each team and product without a full stop, such as "2 of 4
   * agents had not accepted their help-chat invitation: Ada Lovelace, Ben Brandt (not invited)".
   */
  public static List<String> missing(Scenario scenario) {
    NoShows noShows = new NoShows(scenario);
    TEAMS.forEach(noShows::addMissing);
    return noShows.sentences;
  }

  /** What nobody can do, a sentence for each; empty if there is somebody for everything. */
  public static List<String> gaps(Scenario scenario) {
    NoShows noShows = new NoShows(scenario);
    TEAMS.forEach(noShows::addGap);
    return noShows.sentences;
  }

  private List<StaffMember> team(Tier role) {
    return Roster.of(scenario.staff(), role);
  }

  private boolean escalatesByHand() {
    return scenario.process().way() == EscalationWay.BY_HAND;
  }

  private void addMissing(Tier role) {
    List<StaffMember> team = team(role);
    String product = role == Tier.CLIENT_TEAM ? "help-chat" : "Slack";
    addMissing(team, member -> !member.canWork(), noun(role), product, "");
    if (role == Tier.CLIENT_TEAM && escalatesByHand()) {
      addMissing(
          team.stream().filter(StaffMember::canWork).toList(),
          member -> !member.isInSlack(),
          noun(role) + " in the help chat",
          "Slack",
          ", to escalate by hand");
    }
  }

  private void addMissing(
      List<StaffMember> of, Predicate<StaffMember> lacks, String noun, String product, String why) {
    List<StaffMember> missing = of.stream().filter(lacks).toList();
    if (!missing.isEmpty()) {
      sentences.add(
          "%d of %d %s had not accepted their %s invitation%s: %s"
              .formatted(missing.size(), of.size(), noun, product, why, names(missing, product)));
    }
  }

  private static String names(List<StaffMember> missing, String product) {
    String named =
        missing.stream()
            .limit(MOST_NAMES)
            .map(member -> member.name() + (isInvited(member, product) ? "" : " (not invited)"))
            .collect(Collectors.joining(", "));
    int more = missing.size() - MOST_NAMES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static boolean isInvited(StaffMember member, String product) {
    Invitation invitation =
        product.equals("Slack") ? member.slack() : member.helpChat().orElseThrow();
    return invitation != Invitation.NOT_INVITED;
  }

  private void addGap(Tier role) {
    List<StaffMember> team = team(role);
    if (team.stream().noneMatch(StaffMember::canWork)) {
      String product = role == Tier.CLIENT_TEAM ? "help-chat" : "Slack";
      String why =
          team.isEmpty()
              ? "there is nobody"
              : "none of %d %s has accepted the %s invitation"
                  .formatted(team.size(), noun(role), product);
      sentences.add("%s can't work: %s; %s".formatted(name(role), why, consequence(role)));
    } else if (role == Tier.CLIENT_TEAM
        && escalatesByHand()
        && team.stream().noneMatch(member -> member.canWork() && member.isInSlack())) {
      sentences.add(
          "the Client team can't escalate by hand: nobody who works in the help chat has accepted"
              + " the Slack invitation");
    }
  }

  private static String noun(Tier role) {
    return switch (role) {
      case CLIENT_TEAM -> "agents";
      case CSM -> "CSMs";
      case TECH_SUPPORT -> "people of Tech Support";
      case CHATBOT -> throw new IllegalArgumentException("the chatbot is not staff");
    };
  }

  private static String name(Tier role) {
    return switch (role) {
      case CLIENT_TEAM -> "the Client team";
      case CSM -> "the CSMs";
      case TECH_SUPPORT -> "Tech Support";
      case CHATBOT -> throw new IllegalArgumentException("the chatbot is not staff");
    };
  }

  private static String consequence(Tier role) {
    return switch (role) {
      case CLIENT_TEAM -> "what the chatbot doesn't resolve waits";
      case CSM -> "escalations wait";
      case TECH_SUPPORT -> "what CSMs can't answer waits";
      case CHATBOT -> throw new IllegalArgumentException("the chatbot is not staff");
    };
  }
}
