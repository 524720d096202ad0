package gameday.mocks.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the workspace holds, for tests and for who looks over everybody's shoulder. */
public final class SlackReader {
  private final SlackWorkspace workspace;

  /** Reads {@code workspace}. */
  public SlackReader(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** A channel or a direct message to the bot. */
  public record ChannelSummary(String id, String name, boolean direct) {}

  /** Somebody in the workspace. */
  public record Member(String id, String name, String email, boolean bot) {}

  /**
   * A message as read.
   *
   * @param reactions how many, by name
   */
  public record Read(SlackMessage message, Map<String, Integer> reactions) {
    public Read {
      reactions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reactions));
    }
  }

  /** In order of their creation. */
  public List<ChannelSummary> channels() {
    synchronized (workspace) {
      return workspace.state().channels.all().stream()
          .map(channel -> new ChannelSummary(channel.id, channel.name, channel.kind.isDirect()))
          .toList();
    }
  }

  /** In order of their invitation, the bot first. */
  public List<Member> members() {
    synchronized (workspace) {
      return workspace.state().people.all().stream()
          .map(person -> new Member(person.id(), person.name(), person.email(), person.bot()))
          .toList();
    }
  }

  /** The id of the channel of that name, without '#'. */
  public Optional<String> channelId(String name) {
    synchronized (workspace) {
      return workspace.state().channels.byName(name).map(channel -> channel.id);
    }
  }

  /**
   * The latest messages of a channel, replies too, at most that many, oldest first; empty if there
   * is no such channel.
   */
  public List<Read> messages(String channelId, int most) {
    synchronized (workspace) {
      var channel = workspace.state().channels.byId(channelId);
      if (channel.isEmpty()) {
        return List.of();
      }
      List<Read> latest = new ArrayList<>();
      for (var stored : channel.get().messages.descendingMap().values()) {
        if (latest.size() == most) {
          break;
        }
        Map<String, Integer> reactions = new LinkedHashMap<>();
        stored.reactions().forEach((name, users) -> reactions.put(name, users.size()));
        latest.add(new Read(stored.told(channel.get()), reactions));
      }
      return latest.reversed();
    }
  }
}
