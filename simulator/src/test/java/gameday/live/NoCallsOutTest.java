package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rehearsal sends nothing to any address but loopback.
 *
 * <p>Gatling calls out in three ways unless told not to: analytics, a request that warms its client
 * up, and, with a report, a look for a newer version of itself; the last two once a JVM, hence the
 * children. Each of the three, switched on by hand in the main code, has turned the first test red:
 * it named api.eu.amplitude.com, the warm-up's host and repo1.maven.org.
 */
class NoCallsOutTest {
  private static final String ANALYTICS = "gatling.data.enableAnalytics";

  @TempDir Path folder;

  @Test
  void aRunLooksUpNobodyAndConnectsToLoopbackOnly() throws Exception {
    assertEquals(List.of("1 visitor left"), playOneVisitor());
  }

  @Test
  void gatlingsAnalyticsWouldBeSeen() throws Exception {
    List<String> said = playOneVisitor("-D" + ANALYTICS + "=true");

    assertTrue(said.contains("looked up api.eu.amplitude.com"), said::toString);
  }

  @Test
  void aLookUpOfAnybodyIsSeenAndRefused() {
    assertThrows(UnknownHostException.class, () -> InetAddress.getAllByName("gameday.invalid"));

    assertTrue(RecordedLookUps.names().contains("gameday.invalid"));
  }

  @Test
  void anotherAddressInLinuxsTablesIsSeenIfTheSocketIsOurs() throws IOException {
    String headings =
        "  sl  local_address rem_address   st tx_queue tr tm->when retrnsmt uid timeout inode";
    String rest = " 01 00000000:00000000 00:00000000 00000000     0        0 ";
    List<String> table =
        List.of(
            headings,
            "   0: 0100007F:1F90 0100007F:9C40" + rest + "11 1",
            "   1: 0100007F:1F90 010200C0:01BB" + rest + "12 1",
            "   2: 0100007F:1F90 020200C0:01BB" + rest + "99 1");

    assertEquals(Set.of("192.0.2.1"), OpenSockets.strangers(table, Set.of("11", "12")));
  }

  @Test
  void anotherAddressOfTheLongKindIsSeenToo() throws IOException {
    String rest = " 01 00000000:00000000 00:00000000 00000000     0        0 ";
    List<String> table =
        List.of(
            "headings",
            " 0: 00000000000000000000000001000000:1F90 00000000000000000000000001000000:9C40"
                + rest
                + "11 1",
            " 1: 00000000000000000000000001000000:1F90 B80D0120000000000000000001000000:01BB"
                + rest
                + "11 1",
            " 2: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:01BB"
                + rest
                + "11 1");

    assertEquals(Set.of("2001:db8:0:0:0:0:0:1"), OpenSockets.strangers(table, Set.of("11")));
  }

  /** Plays one visitor in a new JVM, with fresh preferences; what it says of its calls. */
  private List<String> playOneVisitor(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.util.prefs.userRoot=" + folder));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OneVisitor.class.getName(), folder.toString()));
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();

    assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the child did not end");

    assertEquals(0, child.exitValue(), Files.readString(folder.resolve("errors")));
    return Files.readAllLines(said);
  }
}
