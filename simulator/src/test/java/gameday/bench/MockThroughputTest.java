package gameday.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameday.bench.MockedSlack.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a call of {@code chat.postMessage} costs with state, limits and recording on, beside
 * WireMock with a static stub, tuned and as it comes. Every build sends a few; {@code mvn verify
 * -Pbench}, with wrk on the machine, measures.
 */
class MockThroughputTest {
  private static final int ROUNDS = 3;
  private static final int SECONDS = 8;
  private static final int A_MILLION = 1_000_000;

  @TempDir Path folder;

  @Test
  void storesWhatItIsSentInBothForms() throws Exception {
    try (MockedProgram slack = MockedProgram.start(Kind.GAMEDAY, folder);
        HttpClient client = HttpClient.newHttpClient()) {
      for (Body body : Body.values()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(slack.url()))
                .header("Authorization", "Bearer " + slack.token())
                .header("Content-Type", body.type())
                .POST(BodyPublishers.ofString(body.in(slack.channel())))
                .build();
        for (int i = 0; i < 100; i++) {
          var answer = client.send(request, BodyHandlers.ofString());
          assertEquals(200, answer.statusCode());
          assertTrue(answer.body().startsWith("{\"ok\":true,"), answer.body());
        }
      }
      assertTrue(slack.heapKib() > 0);
    }
  }

  @Test
  @Tag("bench")
  void comparesWithWireMock() throws Exception {
    assumeTrue(Wrk.isThere(), "wrk is not on PATH: apt-get install wrk");
    for (Body body : Body.values()) {
      compare(body);
    }
  }

  private void compare(Body body) throws Exception {
    Map<Kind, List<Wrk.Load>> loads = new EnumMap<>(Kind.class);
    // In turn, so that a machine whose speed drifts is the same for all; each time in a fresh JVM,
    // because WireMock's journal grows until it is all that WireMock is busy with.
    for (int round = 0; round < ROUNDS; round++) {
      for (Kind kind : Kind.values()) {
        try (MockedProgram slack = MockedProgram.start(kind, folder)) {
          Wrk.send(slack, body, SECONDS / 2, folder);
          loads
              .computeIfAbsent(kind, key -> new ArrayList<>())
              .add(Wrk.send(slack, body, SECONDS, folder));
        }
      }
    }
    double tuned = median(loads.get(Kind.WIREMOCK_TUNED));
    say("%s body            requests/s   CPU a request   to tuned WireMock".formatted(body));
    for (Kind kind : Kind.values()) {
      List<Wrk.Load> all = loads.get(kind);
      double rate = median(all);
      say("  %-16s %12.0f %12.1f us %15.2f".formatted(kind, rate, medianCost(all), rate / tuned));
      assertEquals(0, all.stream().mapToLong(Wrk.Load::refused).sum(), kind + " refused calls");
    }
  }

  @Test
  @Tag("bench")
  void staysFlatOverAMillionRequests() throws Exception {
    assumeTrue(Wrk.isThere(), "wrk is not on PATH: apt-get install wrk");
    try (MockedProgram slack = MockedProgram.start(Kind.GAMEDAY, folder)) {
      long sent = 0;
      long mark = 0;
      say("requests   heap after a collection");
      while (sent < A_MILLION) {
        sent += Wrk.send(slack, Body.JSON, SECONDS / 2, folder).requests();
        if (sent >= mark) {
          say("%8d %10.1f MiB".formatted(sent, slack.heapKib() / 1_024.0));
          mark = sent + A_MILLION / 5;
        }
      }
      say("%8d %10.1f MiB".formatted(sent, slack.heapKib() / 1_024.0));
    }
  }

  private static double median(List<Wrk.Load> loads) {
    return loads.stream().mapToDouble(Wrk.Load::perSecond).sorted().toArray()[loads.size() / 2];
  }

  private static double medianCost(List<Wrk.Load> loads) {
    return loads.stream().mapToDouble(Wrk.Load::cpuMicros).sorted().toArray()[loads.size() / 2];
  }

  /** How a message is written. */
  enum Body {
    FORM("application/x-www-form-urlencoded"),
    JSON("application/json; charset=utf-8");

    private final String type;

    Body(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    String in(String channel) {
      return switch (this) {
        case FORM -> "channel=" + channel + "&text=hello+world%2C+this+is+a+message+of+mine";
        case JSON ->
            "{\"channel\":\"" + channel + "\",\"text\":\"hello world, this is a message of mine\"}";
      };
    }
  }

  /** A benchmark's result is what it prints. */
  private static void say(String line) {
    System.out.println(line);
  }
}
