/**
 * The escalation process as data and as one pure step function: who may do what, after what.
 *
 * <p>Start with {@link gameday.process.Flowchart}; what a team may settle for its own event is in
 * {@link gameday.process.EscalationProcess}. Knows no scenario, no clock and no I/O.
 */
package gameday.process;
