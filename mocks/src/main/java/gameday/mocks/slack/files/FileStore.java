package gameday.mocks.slack.files;

import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * All files of a workspace, by id. Keeps the newest 64 MiB of bytes and what is known of the newest
 * 10,000 files. Guarded by the workspace's lock.
 */
public final class FileStore {
  /** No file may have more bytes. */
  public static final int MOST_BYTES = 16 << 20;

  private static final long MOST_BYTES_OF_ALL = 64L << 20;
  private static final int MOST_FILES = 10_000;

  private final LinkedHashMap<String, SlackFile> files = new LinkedHashMap<>();

  /** Oldest first. */
  private final LinkedHashMap<String, byte[]> bytes = new LinkedHashMap<>();

  private long bytesOfAll;

  /** A file whose bytes will come. */
  public SlackFile announce(String id, String name, String userId, int length, long nowSeconds) {
    var file = new SlackFile(id, name, userId, length, nowSeconds);
    files.put(id, file);
    if (files.size() > MOST_FILES) {
      drop(files.pollFirstEntry().getKey());
    }
    return file;
  }

  /** The bytes have come; those of the oldest files may have to go. */
  public void keep(SlackFile file, byte[] content) {
    drop(file.id());
    file.uploaded();
    bytes.put(file.id(), content);
    bytesOfAll += content.length;
    while (bytesOfAll > MOST_BYTES_OF_ALL) {
      drop(bytes.firstEntry().getKey());
    }
  }

  private void drop(String id) {
    var gone = bytes.remove(id);
    bytesOfAll -= gone == null ? 0 : gone.length;
  }

  /** The file of that id, if it is known and its upload is over. */
  public Optional<SlackFile> complete(String id) {
    return Optional.ofNullable(files.get(id)).filter(SlackFile::isComplete);
  }

  /** The file of that id, if it is known and its upload is not over. */
  public Optional<SlackFile> announced(String id) {
    return Optional.ofNullable(files.get(id)).filter(file -> !file.isComplete());
  }

  /** Its bytes, if they have come and aren't forgotten. */
  public Optional<byte[]> bytes(SlackFile file) {
    return Optional.ofNullable(bytes.get(file.id()));
  }
}
