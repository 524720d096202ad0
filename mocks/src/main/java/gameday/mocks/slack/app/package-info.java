/**
 * What passes between Slack and the app besides the Web API: events over HTTP, each signed, with
 * Slack's retries.
 *
 * <p>Start with {@link gameday.mocks.slack.app.SlackEvents}. Knows the workspace by its public face
 * only.
 */
package gameday.mocks.slack.app;
