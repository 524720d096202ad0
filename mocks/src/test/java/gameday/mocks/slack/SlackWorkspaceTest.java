package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameday.mocks.faults.Faults;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackWorkspaceTest {
  private final SettableClock clock = new SettableClock();
  private final SlackWorkspace workspace = new SlackWorkspace("acme", clock, new Faults(1));
  private final String channel = workspace.createChannel("event");
  private final String ada = workspace.addPerson("Ada", "ada@example.com");

  @Test
  void stampsMessagesUniquelyAndInOrderEvenIfTheClockGoesBack() {
    clock.seconds = 1_700_000_000L;
    var first = post("a");
    var second = post("b");
    clock.seconds = 1_699_999_000L;
    var third = post("c");
    clock.seconds = 1_700_000_001L;
    var fourth = post("d");

    assertEquals(
        List.of("1700000000.000001", "1700000000.000002", "1700000000.000003", "1700000001.000001"),
        List.of(first, second, third, fourth));
  }

  @Test
  void putsAReplyToAReplyIntoTheParentsThread() {
    var told = new Told();
    workspace.listen(told);
    var parent = post("p");
    var reply = workspace.post(ada, channel, "r", Optional.of(parent));

    workspace.post(ada, channel, "rr", reply);

    assertEquals(List.of("p -", "r " + parent, "rr " + parent), told.lines);
  }

  @Test
  void tellsTheSameWorkspaceTheSameIds() {
    var again = new SlackWorkspace("acme", clock, new Faults(2));

    assertEquals(channel, again.createChannel("event"));
    assertEquals(ada, again.addPerson("Ada", "ada@example.com"));
    assertEquals(workspace.botUserId(), again.botUserId());
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThrows(
        IllegalArgumentException.class, () -> workspace.post("U0", channel, "x", Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> workspace.post(ada, "C0", "x", Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> workspace.post(ada, channel, "x", Optional.of("1700000000.000001")));
    assertThrows(IllegalArgumentException.class, () -> workspace.createChannel("event"));
  }

  private String post(String text) {
    return workspace.post(ada, channel, text, Optional.empty()).orElseThrow();
  }

  private static final class Told implements SlackListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void posted(SlackMessage message) {
      lines.add(message.text() + " " + message.threadTs().orElse("-"));
    }

    @Override
    public void reacted(String id, String channel, String ts, String userId, String name) {}
  }

  private static final class SettableClock extends Clock {
    private long seconds = 1_700_000_000L;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds);
    }
  }
}
