package gameday.mocks.slack;

import java.time.Duration;
import java.util.Optional;

/**
 * What those do who run a workspace. But for archiving it is setting up: nobody is told. Safe for
 * use by many threads.
 */
public final class WorkspaceAdmin {
  private final SlackWorkspace workspace;
  private final SlackState state;

  WorkspaceAdmin(SlackWorkspace workspace, SlackState state) {
    this.workspace = workspace;
    this.state = state;
  }

  /**
   * A person who hasn't accepted their invitation yet, so that they can't write and no mention
   * wakes them; returns their user id.
   *
   * @throws IllegalArgumentException if the address is taken
   */
  public String invitePerson(String name, String email) {
    synchronized (workspace) {
      return state.add(name, email, Person.State.INVITED).id();
    }
  }

  /** An invited person is in; a deactivated one is back. */
  public void accept(String userId) {
    synchronized (workspace) {
      state.people.put(state.known(userId).in(Person.State.ACTIVE, state.now()));
    }
  }

  /** A person is out, and in no channel any more; what they wrote stays. */
  public void deactivate(String userId) {
    synchronized (workspace) {
      state.people.put(state.known(userId).in(Person.State.DEACTIVATED, state.now()));
      state.channels.all().stream()
          .filter(channel -> !channel.kind.isDirect())
          .forEach(channel -> channel.members.remove(userId));
    }
  }

  /**
   * Makes a private channel with the bot in it, which the bot sees only while it is; returns its
   * id.
   *
   * @param name without '#'
   * @throws IllegalArgumentException if the name is taken
   */
  public String createPrivateChannel(String name) {
    synchronized (workspace) {
      return state.channels.create(name, Kind.PRIVATE, state.bot.id()).id;
    }
  }

  /** Nobody can write into the channel any more. */
  public void archive(String userId, String channelId) {
    archive(userId, channelId, true);
  }

  /** An archived channel is as before. */
  public void unarchive(String userId, String channelId) {
    archive(userId, channelId, false);
  }

  private void archive(String userId, String channelId, boolean archived) {
    synchronized (workspace) {
      state.archive(state.knownChannel(channelId), state.known(userId).id(), archived);
    }
  }

  /** Whether only admins may write in a channel, of whom the bot is none: restricted_action. */
  public void restrictPosting(String channelId, boolean restricted) {
    synchronized (workspace) {
      state.knownChannel(channelId).postingRestricted = restricted;
    }
  }

  /** How long the app may edit a message, in event time; unless it is set, always. */
  public void limitEditing(Duration window) {
    synchronized (workspace) {
      state.editWindow = Optional.of(window);
    }
  }

  /** What the workspace lets the app do. */
  public SlackGrant grant() {
    return state.grant;
  }
}
