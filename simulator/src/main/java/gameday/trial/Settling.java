package gameday.trial;

import gameday.process.AnswerRoute;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Simpler settings to try: the usual product and process, one person a team, no mistakes. */
final class Settling {
  private static final List<UnaryOperator<Parts>> SIMPLER =
      List.of(
          Settling::usualProduct,
          Settling::usualRoute,
          Settling::usualWay,
          Settling::withoutGroups,
          Settling::withoutMistakes,
          alone(StaffPlan::clientTeam),
          alone(StaffPlan::csm),
          alone(StaffPlan::techSupport));

  private Settling() {}

  /** {@code failing}, which still fails, with simpler settings where that is so. */
  static Trial settle(Trial failing, Tries tries) {
    Trial now = failing;
    for (UnaryOperator<Parts> simpler : SIMPLER) {
      Parts before = Parts.of(now.scenario());
      Parts after = simpler.apply(before);
      if (!after.equals(before)) {
        Trial candidate = now.with(after);
        now = tries.fails(candidate) ? candidate : now;
      }
    }
    return now;
  }

  private static Parts usualProduct(Parts parts) {
    return settled(parts, HelpChatProduct.CHATWOOT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT);
  }

  private static Parts usualRoute(Parts parts) {
    return settled(parts, parts.helpChat(), parts.process().way(), AnswerRoute.THROUGH_AGENT);
  }

  private static Parts usualWay(Parts parts) {
    return settled(parts, parts.helpChat(), EscalationWay.NOTE, parts.process().route());
  }

  private static Parts settled(
      Parts parts, HelpChatProduct product, EscalationWay way, AnswerRoute route) {
    return parts.with(product, TrialDraw.settled(parts.process(), product, way, route));
  }

  private static Parts withoutGroups(Parts parts) {
    EscalationProcess process = parts.process();
    return parts.with(
        parts.helpChat(),
        new EscalationProcess(
            process.profile(), process.way(), process.route(), process.deadlines(), Duration.ZERO));
  }

  private static Parts withoutMistakes(Parts parts) {
    StaffPlan staff = parts.staff();
    return parts.with(
        new StaffPlan(
            staff.clientTeam(),
            staff.csm(),
            staff.techSupport(),
            staff.csmSolves(),
            staff.corrects(),
            0,
            staff.mistakeKinds()));
  }

  private static UnaryOperator<Parts> alone(Function<StaffPlan, TeamPlan> of) {
    return parts -> {
      StaffPlan staff = parts.staff();
      TeamPlan team = of.apply(staff);
      TeamPlan one = alone(team);
      return parts.with(
          new StaffPlan(
              team == staff.clientTeam() ? one : staff.clientTeam(),
              team == staff.csm() ? one : staff.csm(),
              team == staff.techSupport() ? one : staff.techSupport(),
              staff.csmSolves(),
              staff.corrects(),
              staff.mistakes(),
              staff.mistakeKinds()));
    };
  }

  /** One invented person; people with names stay, since their names say something. */
  private static TeamPlan alone(TeamPlan team) {
    return team.roster().isEmpty() && team.people() > 1
        ? new TeamPlan(1, team.slots(), team.notice(), team.handling(), team.shifts())
        : team;
  }
}
