package gameday.mocks.chat;

import java.util.List;

/**
 * A conversation as somebody who looks over all shoulders sees it.
 *
 * @param conversation its id
 * @param visitorKey what the visitor came with
 * @param visitor the visitor's name
 * @param email the visitor's address; empty if unknown
 * @param place the session of a Mod chat, the page of a help chat; empty if unknown
 * @param state in the product's own word, such as {@code pending}
 * @param lines what was written, oldest first, notes included
 */
public record Transcript(
    String conversation,
    String visitorKey,
    String visitor,
    String email,
    String place,
    String state,
    List<Line> lines) {
  public Transcript {
    lines = List.copyOf(lines);
  }

  /** Who writes in a chat. */
  public enum Writer {
    VISITOR,
    CHATBOT,
    AGENT,
    PIPELINE
  }

  /**
   * One message.
   *
   * @param epochMillis when, wall time
   * @param by what they are
   * @param name who, as the product shows it
   * @param text what
   * @param note whether visitors don't see it
   */
  public record Line(long epochMillis, Writer by, String name, String text, boolean note) {}
}
