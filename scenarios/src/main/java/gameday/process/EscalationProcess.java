package gameday.process;

/**
 * What one event has settled about the process.
 *
 * @param profile whom an escalation mentions
 * @param way how agents escalate from the Help chat; Mod chat always has notes
 * @param route how answers get back to users
 * @param deadlines what happens when people are slow
 */
public record EscalationProcess(
    Profile profile, EscalationWay way, AnswerRoute route, Deadlines deadlines) {}
