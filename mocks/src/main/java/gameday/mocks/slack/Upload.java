package gameday.mocks.slack;

import gameday.mocks.slack.files.FileStore;

/**
 * A file that a person uploads, such as a screenshot.
 *
 * @param name tells its type
 * @param bytes 1 to 16 Mi; copied
 */
public record Upload(String name, byte[] bytes) {
  /** Checks the length. */
  public Upload {
    if (bytes.length == 0 || bytes.length > FileStore.MOST_BYTES) {
      throw new IllegalArgumentException(
          "a file must have 1 to %d bytes, %s has %d"
              .formatted(FileStore.MOST_BYTES, name, bytes.length));
    }
    bytes = bytes.clone();
  }
}
