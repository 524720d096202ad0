package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackWorkspaceTest {
  private final SettableClock clock = new SettableClock(1_700_000_000L);
  private final Faults faults = new Faults(1);
  private final SlackWorkspace workspace = new SlackWorkspace("acme", clock, faults);
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

  @Test
  void letsPeopleChangeOnlyWhatIsTheirs() {
    var bob = workspace.addPerson("Bob", "bob@example.com");
    var ts = post("hers");

    assertThrows(IllegalArgumentException.class, () -> workspace.edit(bob, channel, ts, "his"));
    assertThrows(IllegalArgumentException.class, () -> workspace.delete(bob, channel, ts));
    assertTrue(workspace.edit(ada, channel, ts, "better"));
    assertTrue(workspace.delete(ada, channel, ts));
    assertThrows(IllegalArgumentException.class, () -> workspace.delete(ada, channel, ts));
  }

  @Test
  void letsOnlyThoseWriteWhoAreIn() {
    var eve = workspace.admin().invitePerson("Eve", "eve@example.com");
    assertThrows(
        IllegalStateException.class, () -> workspace.post(eve, channel, "x", Optional.empty()));

    workspace.admin().accept(eve);
    assertTrue(workspace.post(eve, channel, "x", Optional.empty()).isPresent());

    workspace.admin().deactivate(eve);
    assertThrows(
        IllegalStateException.class, () -> workspace.post(eve, channel, "x", Optional.empty()));
    workspace.admin().archive(ada, channel);
    assertThrows(
        IllegalStateException.class, () -> workspace.post(ada, channel, "x", Optional.empty()));
  }

  @Test
  void wakesOnlyThoseWhoAreIn() {
    var eve = workspace.admin().invitePerson("Eve", "eve@example.com");
    var gone = workspace.addPerson("Gone", "gone@example.com");
    var group = workspace.addUserGroup("all", List.of(ada, eve, gone));
    for (var person : List.of(ada, eve, gone)) {
      workspace.join(channel, person);
    }
    workspace.admin().deactivate(gone);

    for (var text :
        List.of(
            "<!here>",
            "<!channel>",
            "<!everyone|all>",
            "<!subteam^" + group + ">",
            "<@" + ada + "> <@" + eve + "> <@" + gone + "> <@U0>")) {
      assertEquals(List.of(ada), woken(text), text);
    }
    assertEquals(List.of(), woken("@here &lt;!here&gt; <!nobody>"));
  }

  private List<String> woken(String text) {
    var message = new SlackMessage(channel, "event", "1", Optional.empty(), "U0", true, text);
    return workspace.notified(message).stream()
        .filter(user -> !user.equals(workspace.botUserId()))
        .toList();
  }

  @Test
  void keepsPeopleFromActingWhileSlackIsOut() {
    var ts = post("x");
    faults.begin("slack", new Fault.Outage());

    var file = new Upload("a", new byte[1]);
    assertEquals(Optional.empty(), workspace.post(ada, channel, "y", Optional.empty()));
    assertEquals(Optional.empty(), workspace.upload(ada, channel, file, "", Optional.empty()));
    assertFalse(workspace.react(ada, channel, ts, "eyes"));
    assertFalse(workspace.unreact(ada, channel, ts, "eyes"));
    assertFalse(workspace.edit(ada, channel, ts, "y"));
    assertFalse(workspace.delete(ada, channel, ts));
    assertFalse(workspace.invite(ada, channel, ada));
  }

  @Test
  void tellsListenersOfEverythingThatHappens() {
    var told = new Told();
    workspace.listen(told);
    var bob = workspace.addPerson("Bob", "bob@example.com");
    var ts = post("a");
    workspace.edit(ada, channel, ts, "b");
    workspace.react(bob, channel, ts, "eyes");
    workspace.unreact(bob, channel, ts, "eyes");
    workspace.unreact(bob, channel, ts, "eyes");
    workspace.invite(ada, channel, bob);
    workspace.upload(ada, channel, new Upload("a", new byte[1]), "see", Optional.empty());
    workspace.delete(ada, channel, ts);
    workspace.admin().archive(ada, channel);

    assertEquals(
        List.of(
            "a -",
            "a -> b",
            "+eyes",
            "-eyes",
            "joined " + bob,
            "see -",
            "file of see",
            "gone b",
            "archived true"),
        told.lines);
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
    public void edited(SlackMessage before, SlackMessage after) {
      lines.add(before.text() + " -> " + after.text());
    }

    @Override
    public void deleted(SlackMessage gone) {
      lines.add("gone " + gone.text());
    }

    @Override
    public void reacted(String id, String channel, String ts, String userId, String name) {
      lines.add("+" + name);
    }

    @Override
    public void unreacted(String id, String channel, String ts, String userId, String name) {
      lines.add("-" + name);
    }

    @Override
    public void joined(String id, String channel, String userId) {
      lines.add("joined " + userId);
    }

    @Override
    public void fileShared(SlackMessage message, String fileId) {
      lines.add("file of " + message.text());
    }

    @Override
    public void channelArchived(String id, String channel, boolean archived) {
      lines.add("archived " + archived);
    }
  }
}
