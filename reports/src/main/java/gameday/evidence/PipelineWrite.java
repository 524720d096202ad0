package gameday.evidence;

import gameday.history.Entry;
import gameday.process.Chat;
import gameday.script.QuestionId;
import java.util.Optional;

/**
 * Something the pipeline wrote into a conversation.
 *
 * @param question whose conversation it is; empty if no question of the script
 * @param toUser whether the user sees it; otherwise it is a private note
 */
public record PipelineWrite(
    Entry entry,
    Chat chat,
    String conversation,
    Optional<QuestionId> question,
    String text,
    boolean toUser) {
  /** The text without its first line: where a note carries an answer under a header. */
  public String belowHeader() {
    return belowHeader(text);
  }

  /** Likewise for the text alone. */
  public static String belowHeader(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1).strip();
  }

  /** Whether it carries {@code answer}, unchanged. */
  public boolean carries(String answer) {
    return text.contains(answer);
  }
}
