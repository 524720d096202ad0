package gameday.scenario;

import java.util.List;

/**
 * Who is there to answer.
 *
 * @param clientTeam the first line, in both chats
 * @param csm the response team's Client Success Managers, in Slack
 * @param techSupport whom CSMs call
 * @param csmSolves share of escalations a CSM answers without Tech Support, 0 to 1
 * @param corrects share of the answers in Slack that whoever gave them edits later, 0 to 1
 * @param mistakes share of staff actions done wrongly, 0 to 1
 * @param mistakeKinds which actions those are
 */
public record StaffPlan(
    TeamPlan clientTeam,
    TeamPlan csm,
    TeamPlan techSupport,
    double csmSolves,
    double corrects,
    double mistakes,
    List<StaffMistake> mistakeKinds) {
  public StaffPlan {
    mistakeKinds = List.copyOf(mistakeKinds);
  }

  /** People who edit no answer, and make mistakes of all kinds. */
  public StaffPlan(
      TeamPlan clientTeam, TeamPlan csm, TeamPlan techSupport, double csmSolves, double mistakes) {
    this(clientTeam, csm, techSupport, csmSolves, 0, mistakes, List.of(StaffMistake.values()));
  }
}
