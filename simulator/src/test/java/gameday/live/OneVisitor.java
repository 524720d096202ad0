package gameday.live;

import gameday.live.Mailbox.Mail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A program that plays one visitor, report included, and says whom it called but loopback. */
final class OneVisitor {
  private OneVisitor() {}

  public static void main(String[] arguments) throws IOException {
    Set<String> strangers = Set.of();
    if (OpenSockets.canBeWatched()) {
      try (OpenSockets sockets = OpenSockets.watch()) {
        play(Path.of(arguments[0]));
        strangers = sockets.strangers();
      }
    } else {
      play(Path.of(arguments[0]));
    }
    RecordedLookUps.names().forEach(name -> System.out.println("looked up " + name));
    strangers.forEach(address -> System.out.println("connected to " + address));
  }

  private static void play(Path folder) throws IOException {
    CompletableFuture<Visit> visit = new CompletableFuture<>();
    CompletableFuture<VisitorPlan> plan = new CompletableFuture<>();
    NotedVisits visits = new NotedVisits(question -> plan.join().left());
    try (StubChat chat =
        new StubChat(
            came -> {
              if (came.path().endsWith("/ask")) {
                visit.join().mailbox().put(Mail.CHATBOT_RESOLVED);
              }
            })) {
      visit.complete(
          new Visit(
              Questions.inHelpChat(1).question(),
              new TwoStepChat(),
              true,
              VisitorPlan.lead(60),
              visits));
      plan.complete(new VisitorPlan(chat.url(), new LiveClock(60), List.of(visit.join())));
      GatlingRun.play(plan.join(), folder, true);
    }
    long left = visits.noted.stream().filter(noted -> noted.endsWith("left")).count();
    System.out.println(left + " visitor left");
  }
}
