/**
 * The live rehearsal: plays a script against a real pipeline on the wall clock.
 *
 * <p>Start with {@link gameday.live.LiveRehearsal}. Gatling's virtual users are the askers, the
 * mocks are the chats and Slack, the simulated people act through {@link gameday.people.World}, and
 * everything that happens goes through one {@code Recorder}. The only room that knows Gatling.
 */
package gameday.live;
