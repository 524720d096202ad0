/**
 * A stand-in for Slack: workspace state and Web API.
 *
 * <p>Start with {@link gameday.mocks.slack.SlackWorkspace}, which is also how people act; {@link
 * gameday.mocks.slack.SlackApi} puts it on HTTP and {@link gameday.mocks.slack.WorkspaceEvents}
 * puts what is new into events, which {@code gameday.mocks.slack.app} carries to the pipeline.
 * Knows nothing of questions or escalations.
 *
 * <p>Where no public source says what Slack does, the mock chooses: a reply to a thread that
 * doesn't exist is refused ({@code thread_not_found}); a reply to a reply goes to the parent's
 * thread; the sizes of bursts are those in {@code rate-limits.properties}; a channel made here has
 * the bot in it, and people become members by writing; {@code client_msg_id} is kept and given
 * back, but doesn't keep a message from being posted twice. Left out: files.
 */
package gameday.mocks.slack;
