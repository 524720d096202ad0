package gameday.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A load from outside, by wrk: one thread, 32 connections, as fast as it gets answers. */
final class Wrk {
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private Wrk() {}

  /**
   * What came of it.
   *
   * @param cpuMicros the server's CPU time for a request
   * @param refused answers that were not 2xx
   */
  record Load(long requests, double perSecond, double cpuMicros, long refused) {}

  static boolean isThere() {
    try {
      new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().destroy();
      return true;
    } catch (IOException absent) {
      return false;
    }
  }

  static Load send(MockedProgram slack, MockThroughputTest.Body body, int seconds, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("wrk.lua");
    Files.writeString(script, script(slack, body));
    Duration before = slack.cpu();
    Process wrk =
        new ProcessBuilder(
                "wrk", "-t1", "-c32", "-d" + seconds, "-s", script.toString(), slack.url())
            .redirectErrorStream(true)
            .start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    wrk.waitFor();
    long cpuMicros = slack.cpu().minus(before).toNanos() / 1_000;
    long requests = (long) number(REQUESTS, said);
    return new Load(
        requests, number(RATE, said), (double) cpuMicros / requests, (long) number(REFUSED, said));
  }

  private static String script(MockedProgram slack, MockThroughputTest.Body body) {
    return """
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "%s"
        wrk.headers["Authorization"] = "Bearer %s"
        wrk.body = [==[%s]==]
        """
        .formatted(body.type(), slack.token(), body.in(slack.channel()));
  }

  private static double number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }
}
