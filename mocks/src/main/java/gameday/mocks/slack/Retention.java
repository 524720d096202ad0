package gameday.mocks.slack;

import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the messages of all channels within bounds, by forgetting the thread that nothing has
 * happened in for longest, its parent with all replies. Guarded by the workspace's lock.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final WorkspaceBounds bounds;

  /** By parent, least recently active first. */
  private final LinkedHashMap<Stored, Channel> threads = new LinkedHashMap<>(16, 0.75f, true);

  private int messages;
  private long characters;
  private boolean full;

  Retention(WorkspaceBounds bounds) {
    this.bounds = bounds;
  }

  /** A message was added; others may have to go. */
  void added(Channel channel, Stored message) {
    messages++;
    changed(channel, message);
  }

  /** Something happened to a message; others may have to go. */
  void changed(Channel channel, Stored message) {
    characters += message.length() - message.counted;
    message.counted = message.length();
    var parent = thread(channel, message);
    threads.put(parent, channel);
    while (messages > bounds.messages() || characters > bounds.characters()) {
      if (!makeRoom(parent, message)) {
        return;
      }
    }
  }

  /** A message was deleted. */
  void removed(Stored message) {
    messages--;
    characters -= message.counted;
    threads.remove(message);
  }

  private static Stored thread(Channel channel, Stored message) {
    return message.parentTs.map(channel.messages::get).orElse(message);
  }

  /** Forgets something else than {@code message}; false if there is nothing else. */
  private boolean makeRoom(Stored parent, Stored message) {
    tell();
    var eldest = threads.firstEntry();
    var channel = eldest.getValue();
    if (eldest.getKey() != parent) {
      channel.removeThread(eldest.getKey());
      eldest.getKey().replies().forEach(this::removed);
      removed(eldest.getKey());
      return true;
    }
    // Only this thread is left: then its oldest replies go.
    if (parent.replies().isEmpty() || parent.replies().getFirst() == message) {
      return false;
    }
    var oldest = parent.replies().getFirst();
    channel.remove(oldest);
    removed(oldest);
    return true;
  }

  private void tell() {
    if (!full) {
      full = true;
      LOG.warn(
          "the Slack workspace is full ({} messages, {} characters): from now on it forgets the"
              + " thread that nothing has happened in for longest",
          messages,
          characters);
    }
  }
}
