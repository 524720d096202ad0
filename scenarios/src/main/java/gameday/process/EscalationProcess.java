package gameday.process;

import java.time.Duration;

/**
 * What one event has settled about the process.
 *
 * @param profile whom an escalation mentions
 * @param way how agents escalate from the Help chat; Mod chat always has notes
 * @param route how answers get back to users
 * @param deadlines what happens when people are slow
 * @param groupWithin for how long after an issue was opened others with the same trouble, in the
 *     same session, join its thread; zero for never
 */
public record EscalationProcess(
    Profile profile,
    EscalationWay way,
    AnswerRoute route,
    Deadlines deadlines,
    Duration groupWithin) {
  /** For how long others join, unless the event settles something else. */
  public static final Duration GROUP_WITHIN = Duration.ofMinutes(10);

  public EscalationProcess {
    if (groupWithin.isNegative()) {
      throw new IllegalArgumentException("groupWithin must not be negative, was " + groupWithin);
    }
  }

  /** A process that groups as most do. */
  public EscalationProcess(
      Profile profile, EscalationWay way, AnswerRoute route, Deadlines deadlines) {
    this(profile, way, route, deadlines, GROUP_WITHIN);
  }
}
