package gameday.mocks.slack;

/**
 * How large a workspace may grow. Messages beyond the bounds push out the thread that nothing has
 * happened in for longest; a channel or a person too many is refused.
 *
 * @param messages replies included
 * @param characters of all messages' texts, blocks, attachments and metadata together
 * @param channels public and private ones, and direct messages of more than two
 * @param people the bot included
 */
public record WorkspaceBounds(int messages, long characters, int channels, int people) {
  /** 100,000 messages of 64 Mi characters in all, 10,000 channels, 100,000 people. */
  public static final WorkspaceBounds STANDARD =
      new WorkspaceBounds(100_000, 64L << 20, 10_000, 100_000);

  /** Checks that each is at least 1. */
  public WorkspaceBounds {
    if (messages < 1 || characters < 1 || channels < 1 || people < 1) {
      throw new IllegalArgumentException(
          "bounds must be positive, were %d messages, %d characters, %d channels, %d people"
              .formatted(messages, characters, channels, people));
    }
  }
}
