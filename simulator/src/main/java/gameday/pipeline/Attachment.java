package gameday.pipeline;

/**
 * A file that the asker sent, such as a screenshot.
 *
 * @param url where the chat has it
 * @param name a name to show, which the asker may have chosen
 */
public record Attachment(String url, String name) {}
