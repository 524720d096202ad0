package gameday.mocks.sdk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An app made with Bolt, in Java and Node, over HTTP and Socket Mode, in the list's flows. */
class BoltTest {
  /**
   * An app and how it is told what happens.
   *
   * @param over {@code http} or {@code socket}
   */
  private record Cast(String name, String over, Function<Stage, BoltApp> start) {}

  @TestFactory
  Stream<DynamicContainer> inJava() {
    return played(
        new Cast("over HTTP", "http", JavaBoltApp::overHttp),
        new Cast("by a socket", "socket", JavaBoltApp::bySocket));
  }

  /** A factory's skipping is told to nobody. */
  @Test
  void hasSlacksSdksForNode() {
    Node.assume();
  }

  @TestFactory
  Stream<DynamicContainer> inNode() {
    Node.assume();
    return played(
        inNode("5 over HTTP", "http", "@slack/bolt"),
        inNode("5 by a socket", "socket", "@slack/bolt"),
        inNode("4 over HTTP", "http", "bolt-4"),
        inNode("4 by a socket", "socket", "bolt-4"));
  }

  private static Cast inNode(String name, String over, String bolt) {
    return new Cast(name, over, stage -> NodeBoltApp.start(stage, bolt, over));
  }

  /** All at once, because flows wait more than they work. */
  private static Stream<DynamicContainer> played(Cast... casts) {
    var played =
        Stream.of(casts)
            .map(
                cast ->
                    CompletableFuture.supplyAsync(
                        () -> container(cast), Thread::startVirtualThread))
            .toList();
    return played.stream().map(CompletableFuture::join);
  }

  private static DynamicContainer container(Cast cast) {
    return DynamicContainer.dynamicContainer(
        cast.name(),
        play(cast).entrySet().stream()
            .map(flow -> DynamicTest.dynamicTest(flow.getKey(), () -> tell(flow))));
  }

  private static void tell(Map.Entry<String, Optional<Throwable>> flow) {
    flow.getValue()
        .ifPresent(
            why -> {
              throw new AssertionError(flow.getKey() + ": " + why.getMessage(), why);
            });
  }

  /** What went wrong with each flow. */
  private static Map<String, Optional<Throwable>> play(Cast cast) {
    var played = new LinkedHashMap<String, Optional<Throwable>>();
    try (var stage = new Stage();
        var app = cast.start().apply(stage)) {
      app.url()
          .ifPresentOrElse(
              stage.mocks::connect,
              () -> await().until(() -> stage.mocks.sockets().connections() == 1));
      var flows = new BoltFlows(stage, app).all();
      var listed = CallList.read().flows();
      assertEquals(
          listed.stream().map(CallList.Flow::name).collect(Collectors.toSet()), flows.keySet());
      for (var flow : listed) {
        if (flow.over().contains(cast.over())) {
          played.put(flow.name(), played(flows.get(flow.name())));
        }
      }
    }
    return played;
  }

  private static Optional<Throwable> played(BoltFlows.Play flow) {
    try {
      flow.play();
      return Optional.empty();
    } catch (Exception | AssertionError why) {
      return Optional.of(why);
    }
  }
}
