package gameday.mocks.slack.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is known of a file; stays when its bytes are forgotten. Guarded by the workspace's lock. */
public final class SlackFile {
  private static final int MOST_SHARES = 100;
  private static final int LONGEST_TITLE = 255;

  private final String id;
  private final String name;
  private final String userId;
  private final int length;
  private final long createdSeconds;
  private String title;
  private boolean uploaded;
  private boolean complete;
  private final List<Share> shares = new ArrayList<>();

  SlackFile(String id, String name, String userId, int length, long createdSeconds) {
    this.id = id;
    this.name = name;
    this.title = name;
    this.userId = userId;
    this.length = length;
    this.createdSeconds = createdSeconds;
  }

  /**
   * A message that shows the file.
   *
   * @param channelId where
   * @param isPublic whether that channel is public
   * @param ts which message
   * @param threadTs the parent's ts, if it stands in a thread
   */
  public record Share(String channelId, boolean isPublic, String ts, Optional<String> threadTs) {}

  /** Such as {@code F0K3J9ZQ4XA}. */
  public String id() {
    return id;
  }

  /** As its uploader called it. */
  public String name() {
    return name;
  }

  /** What people read above it. */
  public String title() {
    return title;
  }

  /** Who uploaded it. */
  public String userId() {
    return userId;
  }

  /** In bytes. */
  public int length() {
    return length;
  }

  /** When its upload began, in seconds since 1970. */
  public long createdSeconds() {
    return createdSeconds;
  }

  /** What Slack calls its type. */
  public FileKind kind() {
    return FileKind.of(name);
  }

  /** Whether its bytes have come. */
  public boolean isUploaded() {
    return uploaded;
  }

  void uploaded() {
    uploaded = true;
  }

  /** Whether its upload is over, so that it exists to others. */
  public boolean isComplete() {
    return complete;
  }

  /** Its upload is over; a title of more than 255 characters doesn't count. */
  public void complete(Optional<String> newTitle) {
    complete = true;
    title = newTitle.filter(text -> text.length() <= LONGEST_TITLE).orElse(title);
  }

  /** The newest hundred messages that show it, oldest first. */
  public List<Share> shares() {
    return Collections.unmodifiableList(shares);
  }

  /** One more message shows it. */
  public void share(Share share) {
    shares.add(share);
    if (shares.size() > MOST_SHARES) {
      shares.removeFirst();
    }
  }
}
