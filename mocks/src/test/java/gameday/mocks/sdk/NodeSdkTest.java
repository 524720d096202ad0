package gameday.mocks.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The list, as Slack's SDK for Node sees it, in its two newest major versions. */
class NodeSdkTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 90;

  /** A factory's skipping is told to nobody. */
  @Test
  void hasSlacksSdksForNode() {
    Node.assume();
  }

  @TestFactory
  Stream<DynamicContainer> seesWhatSlackWouldShow() {
    Node.assume();
    var eight = running("@slack/web-api");
    var seven = running("web-api-7");
    return Stream.of(container("version 8", eight.join()), container("version 7", seven.join()));
  }

  private static CompletableFuture<Map<String, JsonNode>> running(String sdk) {
    // The pool for everybody has two threads at most here, and others need them.
    return CompletableFuture.supplyAsync(() -> run(sdk), Thread::startVirtualThread);
  }

  private static DynamicContainer container(String name, Map<String, JsonNode> outcomes) {
    return DynamicContainer.dynamicContainer(
        name,
        CallList.read().steps().stream()
            .map(
                step ->
                    DynamicTest.dynamicTest(
                        step.name(), () -> check(step.name(), outcomes.get(step.name())))));
  }

  private static void check(String step, JsonNode outcome) {
    if (outcome == null) {
      fail(step + ": never run, see " + Node.COMPLAINTS);
    }
    assertTrue(outcome.path("ok").asBoolean(), () -> step + ": " + outcome.path("why").asText());
  }

  /** Runs the list and returns what came of each step, by name. */
  private static Map<String, JsonNode> run(String sdk) {
    var outcomes = new LinkedHashMap<String, JsonNode>();
    try (var stage = new Stage();
        var door = new StageDoor(stage)) {
      var node =
          Node.program("calls.mjs", sdk, CallList.FILE.toString(), stage.slackApiUrl(), door.url())
              .start();
      // Reading its lines has no limit of its own.
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(node::destroyForcibly);
      try {
        for (var line : (Iterable<String>) node.inputReader().lines()::iterator) {
          var outcome = MAPPER.readTree(line);
          outcomes.put(CallList.name(outcome), outcome);
        }
        boolean allHeld = outcomes.values().stream().allMatch(each -> each.path("ok").asBoolean());
        assertEquals(allHeld ? 0 : 1, node.onExit().join().exitValue());
      } finally {
        node.destroyForcibly();
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    return outcomes;
  }
}
