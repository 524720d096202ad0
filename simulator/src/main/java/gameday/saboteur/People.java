package gameday.saboteur;

import static gameday.saboteur.Saboteur.staff;

import gameday.scenario.StaffMistake;
import java.util.List;

/** Saboteurs on the staff: whatever they do, the pipeline must not be blamed for it. */
final class People {
  private People() {}

  static List<Saboteur> all() {
    return List.of(
        staff(
            "agent-escalates-without-need",
            "Agents escalate what they could answer themselves.",
            "escalated-iff-needed",
            Day.PLAIN,
            StaffMistake.ESCALATES_WITHOUT_NEED),
        staff(
            "agent-answers-beyond-their-depth",
            "Agents answer themselves what takes somebody of the response team.",
            "escalated-iff-needed",
            Day.PLAIN,
            StaffMistake.ANSWERS_WITHOUT_ESCALATING),
        staff(
            "agent-leaves-out-the-page",
            "Agents who escalate by hand leave out the affected page.",
            "template-complete",
            Day.BY_HAND,
            StaffMistake.LEAVES_OUT_PAGE),
        staff(
            "agent-calls-tech-support",
            "Agents call Tech Support in the thread, over the CSMs' heads.",
            "tech-support-through-csm",
            Day.PLAIN,
            StaffMistake.AGENT_CALLS_TECH_SUPPORT),
        staff(
            "agent-writes-at-top-level",
            "Agents ask for news in the channel instead of in the issue's thread.",
            "in-thread",
            Day.PLAIN,
            StaffMistake.AGENT_WRITES_AT_TOP_LEVEL),
        staff(
            "csm-answers-at-top-level",
            "CSMs answer in the channel first, and in the issue's thread only after that.",
            "in-thread",
            Day.PLAIN,
            StaffMistake.CSM_ANSWERS_AT_TOP_LEVEL),
        staff(
            "agent-pastes-into-another-channel",
            "Agents who escalate by hand paste it into another channel first.",
            "right-channel",
            Day.BY_HAND,
            StaffMistake.ESCALATES_TO_WRONG_CHANNEL));
  }
}
