package gameday.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameday.bench.ServedPipeline.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many signed webhooks a second the reference pipeline acknowledges, each committed to the disk
 * before, and what that costs beside the same server that forgets them. Every build sends a few;
 * {@code mvn verify -Pbench}, with wrk on the machine, measures.
 */
class PipelineThroughputTest {
  private static final int ROUNDS = 3;
  private static final int SECONDS = 8;

  /** The pipeline is slower, so that no message comes twice. Who forgets may be told again. */
  private static final int MOST_A_SECOND = 60_000;

  @TempDir Path folder;

  @Test
  void acknowledgesWhatIsSigned() throws Exception {
    for (Kind kind : Kind.values()) {
      try (ServedPipeline served = ServedPipeline.start(kind, folder.resolve(kind.name()));
          HttpClient client = HttpClient.newHttpClient()) {
        for (int n = 0; n < 100; n++) {
          String timestamp = Long.toString(Instant.now().getEpochSecond());
          String body = SignedWebhooks.body(n);
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(served.url()))
                  .header("X-Chatwoot-Timestamp", timestamp)
                  .header("X-Chatwoot-Signature", SignedWebhooks.signature(timestamp, body))
                  .POST(BodyPublishers.ofString(body))
                  .build();
          assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
      }
    }
  }

  @Test
  @Tag("bench")
  void comparesWithAServerThatForgets() throws Exception {
    assumeTrue(Wrk.isThere(), "wrk is not on PATH: apt-get install wrk");
    Map<Kind, List<Wrk.Load>> full = new EnumMap<>(Kind.class);
    List<Wrk.Load> half = new ArrayList<>();
    // In turn, so that a machine whose speed drifts is the same for both.
    for (int round = 0; round < ROUNDS; round++) {
      for (Kind kind : Kind.values()) {
        Path here = folder.resolve(kind + "-" + round);
        try (ServedPipeline served = ServedPipeline.start(kind, here)) {
          send(served, here, 0, SECONDS, 0);
          Wrk.Load load = send(served, here, 1, SECONDS, 0);
          full.computeIfAbsent(kind, key -> new ArrayList<>()).add(load);
          if (kind == Kind.PIPELINE) {
            half.add(send(served, here, 2, SECONDS, pauseMillis(load)));
          }
        }
      }
    }
    tell(full, half);
  }

  private static void tell(Map<Kind, List<Wrk.Load>> full, List<Wrk.Load> half) {
    Map<Kind, Wrk.Load> medians = new EnumMap<>(Kind.class);
    say("               webhooks/s   CPU a webhook    p50        p99   refused");
    full.forEach(
        (kind, loads) -> {
          medians.put(kind, median(loads));
          say(kind.name(), median(loads));
        });
    say("half of it", median(half));
    say(
        "%.2f of what the server that forgets acknowledges"
            .formatted(
                medians.get(Kind.PIPELINE).perSecond() / medians.get(Kind.ANSWERING).perSecond()));
    full.values().forEach(loads -> loads.forEach(load -> assertEquals(0, load.refused())));
    half.forEach(load -> assertEquals(0, load.refused()));
  }

  /** How long each connection waits before each request, so that half the rate comes of it. */
  private static long pauseMillis(Wrk.Load full) {
    return Math.round(Wrk.CONNECTIONS * 1_000 / (full.perSecond() / 2));
  }

  /** The {@code part}-th load of messages nobody has sent before. */
  private Wrk.Load send(ServedPipeline served, Path here, int part, int seconds, long pauseMillis)
      throws IOException, InterruptedException {
    int count = seconds * MOST_A_SECOND;
    Path webhooks = SignedWebhooks.write(here.resolve("webhooks"), part * count, count);
    Path script = here.resolve("wrk.lua");
    Files.writeString(
        script,
        """
        local requests = {}
        local at = 0
        for line in io.lines("%s") do
          requests[#requests + 1] = line
        end
        function request()
          at = at %% #requests + 1
          local time, signature, body = requests[at]:match("^(%%d+)\\t(%%S+)\\t(.*)$")
          return wrk.format("POST", nil, {["X-Chatwoot-Timestamp"] = time,
            ["X-Chatwoot-Signature"] = signature, ["Content-Type"] = "application/json"}, body)
        end
        %s
        """
            .formatted(
                webhooks,
                pauseMillis == 0 ? "" : "function delay() return " + pauseMillis + " end"));
    Wrk.Load load = Wrk.run(served.url(), script, seconds, served::cpu);
    assertTrue(served.kind() == Kind.ANSWERING || load.requests() < count, load::toString);
    return load;
  }

  private static Wrk.Load median(List<Wrk.Load> loads) {
    return loads.stream()
        .sorted(java.util.Comparator.comparingDouble(Wrk.Load::perSecond))
        .toList()
        .get(loads.size() / 2);
  }

  private static void say(String what, Wrk.Load load) {
    say(
        "%-12s %12.0f %12.1f us %7.2f ms %7.2f ms %7d"
            .formatted(
                what, load.perSecond(), load.cpuMicros(), load.p50(), load.p99(), load.refused()));
  }

  /** A benchmark's result is what it prints. */
  private static void say(String line) {
    System.out.println(line);
  }
}
