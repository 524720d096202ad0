package gameday.scenario.yaml;

import gameday.scenario.Invitation;
import gameday.scenario.Invitee;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rosters of a scenario's teams, of which no two people share an address. */
final class RosterReading {
  static final String KEY = "roster";
  private static final int MOST = 500;

  private static final Setting<String> NAME =
      Setting.required("name", Kinds.PERSON, "as others see it");
  private static final Setting<String> EMAIL =
      Setting.required("email", Kinds.EMAIL, "address of their invitations; nobody else's");
  private static final Setting<Invitation> HELP_CHAT =
      invitation("help-chat", "invitation to the help chat, without which they can't work");
  private static final Setting<Invitation> AGENTS_SLACK =
      invitation("slack", "invitation to Slack, without which they can't escalate by hand");
  private static final Setting<Invitation> SLACK =
      invitation("slack", "invitation to Slack, without which they can't work");

  private final Set<String> taken = new HashSet<>();

  /** The team's roster; empty if it has none, or a faulty one. */
  List<Invitee> read(Fields team, boolean inHelpChat) {
    Optional<List<Invitee>> roster =
        team.findSections(
            KEY,
            "the people by name, 500 at most, each of whom works all shifts; if left out, they are"
                + " made up",
            fields -> invitee(fields, inHelpChat));
    team.check(
        roster.isEmpty() || !roster.get().isEmpty(),
        KEY,
        () -> "roster must name one person at least; leave it out for people who are made up");
    team.check(
        roster.isEmpty() || roster.get().size() <= MOST,
        KEY,
        () -> "roster names " + roster.get().size() + " people; " + MOST + " is the most");
    return roster.orElse(List.of());
  }

  private Invitee invitee(Fields fields, boolean inHelpChat) {
    Invitee read =
        new Invitee(
            fields.get(NAME),
            fields.get(EMAIL),
            inHelpChat ? Optional.of(fields.get(HELP_CHAT)) : Optional.empty(),
            fields.get(inHelpChat ? AGENTS_SLACK : SLACK));
    fields.check(
        taken.add(read.email()),
        EMAIL.key(),
        () -> "email " + read.email() + " is somebody else's; give each person their own");
    return read;
  }

  private static Setting<Invitation> invitation(String key, String doc) {
    return Setting.required(key, Kinds.choice(Invitation.values(), Words::of), doc).or("accepted");
  }
}
