package gameday.preflight;

import static gameday.preflight.CheckName.SLACK_PERSON;
import static gameday.preflight.CheckName.TECH_SUPPORT_GROUP;

import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import gameday.preflight.Check.State;
import gameday.process.EscalationWay;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody on the roster, in Slack. */
final class SlackRollCall {
  private final Scenario scenario;
  private final List<StaffMember> roster;
  private final SlackLine slack;
  private final Findings findings;
  private final Map<String, String> idsByEmail = new HashMap<>();

  SlackRollCall(Scenario scenario, List<StaffMember> roster, SlackLine slack, Findings findings) {
    this.scenario = scenario;
    this.roster = roster;
    this.slack = slack;
    this.findings = findings;
  }

  void call(SlackChannel channel) throws InterruptedException {
    SlackPeople people = new SlackPeople(slack);
    people.expect(roster.stream().map(StaffMember::email).toList());
    Answer<SlackChannel.Members> members = channel.members();
    for (StaffMember person : roster) {
      switch (people.find(person.email())) {
        case Answer.Good<User> good -> found(person, good.value(), members);
        case Answer.Refused<User> no ->
            lacks(
                person,
                "not invited (" + no.word() + ")",
                "invite " + person.email() + " to Slack");
        case Answer.Silent<User> silent ->
            findings.unknown(SLACK_PERSON, Subject.of(person), silent.why());
      }
    }
  }

  private void found(StaffMember person, User user, Answer<SlackChannel.Members> members) {
    idsByEmail.put(person.email(), user.getId());
    if (user.isDeleted()) {
      lacks(person, "deactivated", "activate the account again");
    } else if (user.isInvitedUser()) {
      lacks(person, "invited, has not accepted", "have them accept Slack's invitation");
    } else {
      switch (members) {
        case Answer.Good<SlackChannel.Members> good -> {
          if (good.value().ids().contains(user.getId())) {
            findings.ok(SLACK_PERSON, Subject.of(person), "in the channel");
          } else {
            lacks(person, "in Slack, not in the channel", "invite them to the channel");
          }
        }
        case Answer.Refused<SlackChannel.Members> no ->
            findings.unknown(
                SLACK_PERSON, Subject.of(person), "conversations.members: " + no.word());
        case Answer.Silent<SlackChannel.Members> silent ->
            findings.unknown(SLACK_PERSON, Subject.of(person), silent.why());
      }
    }
  }

  /** An agent who escalates by notes can do without Slack. */
  private void lacks(StaffMember person, String found, String remedy) {
    boolean needs =
        person.role() != Tier.CLIENT_TEAM || scenario.process().way() == EscalationWay.BY_HAND;
    State state = needs ? State.MISSING : State.WARNING;
    findings.add(
        SLACK_PERSON, Subject.of(person), state, found, Subject.remedy(scenario, person, remedy));
  }

  /**
   * Tech Support's group; to be asked after {@link #call}.
   *
   * @param id the group's id; an empty text if only its usual handle is known
   */
  void group(String id) throws InterruptedException {
    Answer<UsergroupsListResponse> answer =
        slack.ask(client -> client.usergroupsList(r -> r.includeUsers(true)));
    switch (answer) {
      case Answer.Good<UsergroupsListResponse> good -> group(id, good.value().getUsergroups());
      case Answer.Refused<UsergroupsListResponse> no ->
          findings.warning(
              TECH_SUPPORT_GROUP, Subject.GROUP, no.word(), "agree how CSMs call Tech Support");
      case Answer.Silent<UsergroupsListResponse> silent ->
          findings.unknown(TECH_SUPPORT_GROUP, Subject.GROUP, silent.why());
    }
  }

  private void group(String id, List<Usergroup> groups) {
    Optional<Usergroup> group =
        groups.stream()
            .filter(
                one ->
                    id.isEmpty()
                        ? Subject.GROUP.equals("@" + one.getHandle())
                        : id.equals(one.getId()))
            .findFirst();
    if (group.isEmpty()) {
      findings.missing(
          TECH_SUPPORT_GROUP,
          id.isEmpty() ? Subject.GROUP : id,
          "no such user group",
          "make the group " + Subject.GROUP + " of Tech Support's people");
      return;
    }
    List<String> users = group.get().getUsers() == null ? List.of() : group.get().getUsers();
    List<StaffMember> absent =
        roster.stream()
            .filter(person -> person.role() == Tier.TECH_SUPPORT)
            .filter(person -> !users.contains(idsByEmail.getOrDefault(person.email(), "")))
            .toList();
    String handle = "@" + group.get().getHandle();
    absent.forEach(
        person ->
            findings.warning(
                TECH_SUPPORT_GROUP,
                Subject.of(person),
                "not in " + handle,
                "add them, so that CSMs can call them"));
    if (absent.isEmpty()) {
      findings.ok(TECH_SUPPORT_GROUP, handle, "has everybody of Tech Support");
    }
  }
}
