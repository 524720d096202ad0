package gameday.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A load from outside, by wrk: one thread, 32 connections, as fast as it gets answers. */
final class Wrk {
  static final int CONNECTIONS = 32;

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private Wrk() {}

  /**
   * What came of it.
   *
   * @param cpuMicros the server's CPU time for a request
   * @param refused answers that were not 2xx
   * @param p50 median latency, in milliseconds
   */
  record Load(
      long requests, double perSecond, double cpuMicros, long refused, double p50, double p99) {}

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
    return run(slack.url(), script, seconds, slack::cpu);
  }

  /** Sends what {@code script} says, a request in Lua, to {@code url}. */
  static Load run(String url, Path script, int seconds, Supplier<Duration> cpu)
      throws IOException, InterruptedException {
    Duration before = cpu.get();
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds,
                "--latency",
                "-s",
                script.toString(),
                url)
            .redirectErrorStream(true)
            .start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    wrk.waitFor();
    long cpuMicros = cpu.get().minus(before).toNanos() / 1_000;
    long requests = (long) number(REQUESTS, said);
    if (requests == 0) {
      throw new IOException("wrk sent nothing: " + said);
    }
    return new Load(
        requests,
        number(RATE, said),
        (double) cpuMicros / requests,
        (long) number(REFUSED, said),
        millis("50%", said),
        millis("99%", said));
  }

  /** A percentile of latency, which wrk gives in the unit that suits it. */
  private static double millis(String percentile, String said) {
    Matcher matcher =
        Pattern.compile("(?m)^\\s*" + percentile + "\\s+([0-9.]+)(us|ms|s)\\s*$").matcher(said);
    if (!matcher.find()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> number / 1_000;
      case "ms" -> number;
      default -> number * 1_000;
    };
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
