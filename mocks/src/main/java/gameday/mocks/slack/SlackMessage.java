package gameday.mocks.slack;

import java.util.Optional;

/**
 * A message as stored.
 *
 * @param channelId the channel's id
 * @param channel the channel's name
 * @param ts its id in the channel
 * @param threadTs the parent's ts, if it stands in a thread
 * @param userId who wrote it; the bot's user id for the pipeline
 * @param byBot whether an app wrote it
 * @param text in Slack's markup
 */
public record SlackMessage(
    String channelId,
    String channel,
    String ts,
    Optional<String> threadTs,
    String userId,
    boolean byBot,
    String text) {}
