/**
 * Slack's own client, as whoever must not say anything twice wants it.
 *
 * <p>Start with {@link gameday.slack.SlackSdk}. It knows nothing of escalations or of this project.
 */
package gameday.slack;
