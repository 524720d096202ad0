package gameday.mocks.slack.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateFileTest {
  @TempDir private Path dir;

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("mine.properties"), text);
  }

  @Test
  void knowsWhatSlackPublishes() {
    var published = RateFile.published();

    assertEquals(new Rate(60, 40), published.get("chat.postMessage.channel"));
    assertEquals(new Rate(600, 600), published.get("chat.postMessage"));
    for (var method :
        Map.of(
                "auth.test", 600,
                "chat.update", 50,
                "chat.delete", 50,
                "chat.postEphemeral", 100,
                "chat.getPermalink", 600,
                "users.list", 20,
                "users.info", 100,
                "users.lookupByEmail", 50,
                "bots.info", 50,
                "usergroups.list", 20)
            .entrySet()) {
      assertEquals(method.getValue(), published.get(method.getKey()).perMinute(), method.getKey());
    }
    for (var method :
        Map.of(
                "conversations.list", 20,
                "conversations.create", 20,
                "conversations.join", 50,
                "conversations.invite", 50,
                "conversations.info", 50,
                "conversations.history", 50,
                "conversations.replies", 50,
                "conversations.members", 100,
                "conversations.open", 50,
                "reactions.add", 50)
            .entrySet()) {
      assertEquals(method.getValue(), published.get(method.getKey()).perMinute(), method.getKey());
    }
    for (var method :
        Map.of(
                "reactions.remove", 20,
                "files.getUploadURLExternal", 100,
                "files.completeUploadExternal", 100,
                "files.info", 100,
                "views.open", 100,
                "apps.connections.open", 50)
            .entrySet()) {
      assertEquals(method.getValue(), published.get(method.getKey()).perMinute(), method.getKey());
    }
  }

  @Test
  void putsAUsersLinesOverThePublishedOnes() throws Exception {
    var rates =
        RateFile.over(
            file(
                """
                # A smaller plan.
                tier-2 = 10/min burst 5

                chat.update = tier-4
                users.info=7/min burst 3
                """));

    assertEquals(new Rate(10, 5), rates.get("users.list"));
    assertEquals(new Rate(100, 100), rates.get("chat.update"));
    assertEquals(new Rate(7, 3), rates.get("users.info"));
    assertEquals(new Rate(50, 50), rates.get("bots.info"));
  }

  @Test
  void saysAtOnceWhatIsWrongInEachLine() throws Exception {
    var path =
        file(
            """
            chat.shout = tier-1
            chat.update = often
            users.info = 0/min burst 1
            bots.info = 1/min burst 1
            bots.info = 2/min burst 1
            tier-1 = tier-2
            users.list
            auth.test = 1/min burst 1; DROP
            reactions.add = \\uZZZZ
            """);

    var said = assertThrows(IllegalArgumentException.class, () -> RateFile.over(path));

    assertEquals(
        """
        %1$s:1: expected a method of Slack's or a tier, found 'chat.shout'
        %1$s:2: expected a tier's name or a rate such as '50/min burst 50', found 'often'
        %1$s:3: expected a tier's name or a rate such as '50/min burst 50', found '0/min burst 1'
        %1$s:5: expected each name once, found 'bots.info again'
        %1$s:6: expected a tier's name or a rate such as '50/min burst 50', found 'tier-2'
        %1$s:7: expected a tier's name or a rate such as '50/min burst 50', found ''
        %1$s:8: expected a tier's name or a rate such as '50/min burst 50', found '1/min burst 1; DROP'
        %1$s:9: expected 'name = value', found 'reactions.add = \\uZZZZ'"""
            .formatted(path),
        said.getMessage());
  }

  @Test
  void shortensWhatItQuotes() throws Exception {
    var path = file("a".repeat(1_000) + " = tier-1");

    var said = assertThrows(IllegalArgumentException.class, () -> RateFile.over(path));

    assertEquals(
        path + ":1: expected a method of Slack's or a tier, found '" + "a".repeat(60) + "…'",
        said.getMessage());
  }

  @Test
  void refusesFilesThatAreNoText() throws Exception {
    var missing = dir.resolve("missing");
    var binary = Files.write(dir.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
    var large = Files.write(dir.resolve("large"), new byte[64 * 1024 + 1]);

    assertTrue(message(missing).startsWith(missing + ": expected a readable UTF-8 text, found"));
    assertTrue(message(binary).startsWith(binary + ": expected a readable UTF-8 text, found"));
    assertEquals(large + ": expected at most 65536 bytes, found 65537", message(large));
  }

  private static String message(Path path) {
    return assertThrows(IllegalArgumentException.class, () -> RateFile.over(path)).getMessage();
  }

  @Test
  void takesAnEmptyFileForNoChange() throws Exception {
    var empty = Files.write(dir.resolve("empty"), "".getBytes(StandardCharsets.UTF_8));

    assertEquals(RateFile.published(), RateFile.over(empty));
  }
}
