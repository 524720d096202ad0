package gameday.scenario;

import gameday.process.Tier;
import gameday.scenario.TeamPlan.Shift;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a staff plan: those of rosters as they are there, all others with names and
 * addresses made up for them; the same plan, the same people.
 */
public final class Roster {
  private static final List<String> FIRST =
      List.of(
          "Amara", "Ben", "Chiara", "Dmitri", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jamal",
          "Keiko", "Lars", "Maya", "Nils", "Olivia", "Pedro", "Quinn", "Rosa", "Samir", "Tessa",
          "Uma", "Victor", "Wanda", "Yusuf");
  private static final List<String> LAST =
      List.of(
          "Almeida",
          "Brandt",
          "Costa",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Haddad",
          "Ivanova",
          "Jensen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Nakamura",
          "Okafor",
          "Petrov",
          "Quispe",
          "Rossi",
          "Schmidt",
          "Tanaka",
          "Ueda",
          "Vargas",
          "Weber",
          "Zhang");

  private final List<StaffMember> members = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();

  private Roster() {}

  /** Client team, CSMs, Tech Support, each by number; those who can't work are among them. */
  public static List<StaffMember> of(StaffPlan plan) {
    Roster roster = new Roster();
    roster.reserve(plan.clientTeam());
    roster.reserve(plan.csm());
    roster.reserve(plan.techSupport());
    roster.add(plan.clientTeam(), Tier.CLIENT_TEAM);
    roster.add(plan.csm(), Tier.CSM);
    roster.add(plan.techSupport(), Tier.TECH_SUPPORT);
    return List.copyOf(roster.members);
  }

  /** Those of one team. */
  public static List<StaffMember> of(StaffPlan plan, Tier role) {
    return of(plan).stream().filter(member -> member.role() == role).toList();
  }

  /** An address that is on a roster is nobody's who is made up. */
  private void reserve(TeamPlan team) {
    team.roster().forEach(named -> addresses.add(named.email()));
  }

  private void add(TeamPlan team, Tier role) {
    if (team.roster().isEmpty()) {
      addInvented(team, role);
      return;
    }
    int before = members.size();
    List<Shift> day = team.wholeDay();
    for (Invitee named : team.roster()) {
      members.add(
          new StaffMember(
              idOf(role, members.size() - before + 1),
              role,
              named.name(),
              named.email(),
              named.helpChat(),
              named.slack(),
              day));
    }
  }

  /** Each shift brings people of its own. */
  private void addInvented(TeamPlan team, Tier role) {
    int before = members.size();
    for (Shift shift : team.shifts()) {
      for (int i = 0; i < team.people(); i++) {
        boolean comes = i < team.people() - team.noShows();
        Invitation invitation = comes ? Invitation.ACCEPTED : Invitation.INVITED;
        String id = idOf(role, members.size() - before + 1);
        members.add(invented(id, role, invitation, shift));
      }
    }
  }

  private static String idOf(Tier role, int number) {
    String team =
        switch (role) {
          case CLIENT_TEAM -> "client-";
          case CSM -> "csm-";
          case TECH_SUPPORT -> "tech-";
          case CHATBOT -> throw new IllegalArgumentException("the chatbot is not staff");
        };
    return team + number;
  }

  private StaffMember invented(String id, Tier role, Invitation invitation, Shift shift) {
    int index = members.size();
    String first = FIRST.get(index % FIRST.size());
    // Shifted by one name each round, so that no pair comes back before all are used.
    String last = LAST.get((index / FIRST.size() + index) % LAST.size());
    String domain = role == Tier.CLIENT_TEAM ? "client.example" : "juno.example";
    String mailbox = (first + "." + last).toLowerCase(Locale.ROOT);
    while (!addresses.add(mailbox + "@" + domain)) {
      mailbox += "." + id;
    }
    return new StaffMember(
        id,
        role,
        first + " " + last,
        mailbox + "@" + domain,
        role == Tier.CLIENT_TEAM ? Optional.of(invitation) : Optional.empty(),
        invitation,
        List.of(shift));
  }
}
