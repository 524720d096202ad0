/**
 * A stand-in for Slack: workspace state, Web API, Events API.
 *
 * <p>Start with {@link gameday.mocks.slack.SlackWorkspace}, which is also how people act; {@code
 * SlackApi} puts it on HTTP.
 */
package gameday.mocks.slack;
