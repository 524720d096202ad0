package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.EnvironmentFile.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
  @TempDir Path dir;

  private EnvironmentFile read(String text) throws IOException {
    return EnvironmentFile.read(Files.writeString(dir.resolve("a.env"), text));
  }

  @Test
  void readsWhatAShellWouldReadAndExpandsNothing() throws Exception {
    EnvironmentFile file =
        read(
            """
            \uFEFF# a comment

            PLAIN=xoxb-1 # and why
            export  EXPORTED=a=b#c
              INDENTED=https://chat.example/  \r
            SINGLE='a "b" $HOME \\ #'   # more
            DOUBLE="a 'b' \\"c\\" \\$HOME \\\\ \\n"
            JOINED='it'\\''s "'"so"\\ it\\'s # more
            EMPTY=
            HASH=#1
            DOLLAR=$HOME
            """);

    assertEquals(
        List.of(
            new Entry("PLAIN", "xoxb-1", 3),
            new Entry("EXPORTED", "a=b#c", 4),
            new Entry("INDENTED", "https://chat.example/", 5),
            new Entry("SINGLE", "a \"b\" $HOME \\ #", 6),
            new Entry("DOUBLE", "a 'b' \"c\" $HOME \\ \\n", 7),
            new Entry("JOINED", "it's \"so it's", 8),
            new Entry("EMPTY", "", 9),
            new Entry("HASH", "#1", 10),
            new Entry("DOLLAR", "$HOME", 11)),
        file.entries());
    assertEquals(List.of(), file.faults());
  }

  @Test
  void saysInWhichLineSomethingIsWrongAndNeverWhatStandsThere() throws Exception {
    EnvironmentFile file = read("hush\nA = hush\n9=hush\nB='hush\nC='hush' hush\nD=1\nD=hush\n");

    String at = dir.resolve("a.env") + ":";
    String form = "must be NAME=value, without blanks around the =";
    String quote = " has a quote that isn't closed, or more after it";
    assertEquals(
        List.of(
            at + "1: " + form,
            at + "2: " + form,
            at + "3: " + form,
            at + "4: B" + quote,
            at + "5: C" + quote,
            at + "7: D stands in line 6 already; keep one"),
        file.faults());
  }

  @Test
  void refusesWhatIsTooLongOrNoText() throws Exception {
    Path odd = Files.write(dir.resolve("odd.env"), new byte[] {'A', '=', (byte) 0xFF});

    assertEquals(
        List.of(dir.resolve("a.env") + ": must be at most 256 KiB"),
        read("#".repeat((256 << 10) + 1)).faults());
    assertEquals(List.of(odd + ": must be text in UTF-8"), EnvironmentFile.read(odd).faults());
  }

  @Test
  void readsWhatItHasWrittenAndSoDoesAShell() throws Exception {
    Path file = dir.resolve("written.env");
    Map<String, String> written = new LinkedHashMap<>();
    written.put("A", "http://127.0.0.1:7070/api/");
    written.put("B", "two words # \"$HOME\" \\ `id`");
    written.put("C", "it's \"$HOME\" \\ `id`");
    written.put("D", "");

    EnvironmentFile.write(written, file);

    assertEquals(
        List.copyOf(written.values()),
        EnvironmentFile.read(file).entries().stream().map(Entry::value).toList());
    assertFalse(EnvironmentFile.read(file).isOpen());
    String script = ". " + file + "; printf '%s|' \"$A\" \"$B\" \"$C\" \"$D\"";
    Process shell = new ProcessBuilder("sh", "-c", script).start();
    assertEquals(
        String.join("|", written.values()) + "|",
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertTrue(shell.waitFor(10, TimeUnit.SECONDS));
  }

  @Test
  void writesInTheContractsOrder() {
    assertEquals(
        List.of("PORT=3000", "SLACK_MODE=socket", "GAMEDAY_SPEED=1.0", "ANOTHER=x"),
        EnvironmentFile.lines(
            Map.of(
                "ANOTHER", "x", "GAMEDAY_SPEED", "1.0", "PORT", "3000", "SLACK_MODE", "socket")));
  }

  @Test
  void writesNoValueThatWouldBecomeAnotherLine() {
    Map<String, String> broken = Map.of("A", "1\nB=2");

    Path file = dir.resolve("written.env");
    assertThrows(IllegalArgumentException.class, () -> EnvironmentFile.write(broken, file));
  }

  @Test
  void seesWhetherEverybodyCanReadIt() throws Exception {
    Path file = Files.writeString(dir.resolve("open.env"), "A=1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertTrue(EnvironmentFile.read(file).isOpen());
  }

  @Test
  void isForItsOwnersEyesEvenIfItWasOthersBefore() throws Exception {
    Path file = dir.resolve("pipeline.env");
    Files.writeString(file, "an older run's, readable by all");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    EnvironmentFile.write(Map.of("SLACK_BOT_TOKEN", "xoxb-1"), file);

    assertEquals("SLACK_BOT_TOKEN=xoxb-1\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
