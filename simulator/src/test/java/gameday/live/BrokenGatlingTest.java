package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BrokenGatlingTest {
  private final VisitorPlan plan =
      new VisitorPlan(
          "http://127.0.0.1",
          new LiveClock(60),
          List.of(
              new Visit(
                  Questions.inHelpChat(1).question(),
                  new TwoStepChat(),
                  true,
                  VisitorPlan.lead(60),
                  new NotedVisits())));

  @Test
  void isWellWhileItPlays() {
    assertEquals(Optional.empty(), LiveRehearsal.broken(new CompletableFuture<>(), plan));
  }

  @Test
  void isWellWhenItEndsAfterTheLastVisitor() {
    plan.left();

    assertEquals(
        Optional.empty(), LiveRehearsal.broken(CompletableFuture.completedFuture(true), plan));
  }

  @Test
  void isBrokenWhenItEndsBeforeItsVisitors() {
    assertEquals(
        Optional.of("Gatling ended before its visitors had left, see gatling.log"),
        LiveRehearsal.broken(CompletableFuture.completedFuture(true), plan));
  }

  @Test
  void isBrokenWhenItSaysSo() {
    plan.left();

    assertEquals(
        Optional.of("Gatling ended with an error, see gatling.log"),
        LiveRehearsal.broken(CompletableFuture.completedFuture(false), plan));
  }

  @Test
  void isBrokenWhenItThrows() {
    assertEquals(
        Optional.of("Gatling failed: java.lang.IllegalStateException: no memory"),
        LiveRehearsal.broken(
            CompletableFuture.failedFuture(new IllegalStateException("no memory")), plan));
  }
}
