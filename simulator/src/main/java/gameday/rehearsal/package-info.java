/**
 * What every rehearsal shares, whatever its clock: which questions a message in Slack is about, and
 * what the scenario's faults are in the mocks' words.
 *
 * <p>Start with {@link gameday.rehearsal.SlackCorrelation}. Knows no clock and does nothing by
 * itself.
 */
package gameday.rehearsal;
