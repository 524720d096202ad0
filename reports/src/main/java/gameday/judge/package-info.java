/**
 * The whole judgement of a run in one call.
 *
 * <p>Start with {@link gameday.judge.Judge}. A pure function of scenario, script, history and
 * objectives.
 */
package gameday.judge;
