package gameday.scenario;

/**
 * Who is there to answer.
 *
 * @param clientTeam the first line, in both chats
 * @param csm the response team's Client Success Managers, in Slack
 * @param techSupport whom CSMs call
 * @param csmSolves share of escalations a CSM answers without Tech Support, 0 to 1
 * @param mistakes share of staff actions done wrongly, 0 to 1
 */
public record StaffPlan(
    TeamPlan clientTeam, TeamPlan csm, TeamPlan techSupport, double csmSolves, double mistakes) {}
