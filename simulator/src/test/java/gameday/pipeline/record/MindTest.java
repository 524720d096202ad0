package gameday.pipeline.record;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.Ledger;
import gameday.process.Deadlines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a conduct makes of inputs and effects, stored and delivered like all others. */
class MindTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path dir;
  private final NotedDeliveries deliveries = new NotedDeliveries();

  @Test
  void doesInOneTransactionWhatTheConductDoesInstead() throws Exception {
    Conduct twice =
        new Conduct() {
          @Override
          public List<Effect> does(Effect effect) {
            Effect.PostToSlack post = (Effect.PostToSlack) effect;
            return List.of(
                post, new Effect.PostToSlack(post.key() + "!", post.issue(), post.text()));
          }
        };

    run(twice, Horizon.asks(1), Horizon.escalates(1, 1));

    await().atMost(LONG).until(() -> deliveries.given.size() == 2);
    assertEquals(
        List.of("post:help-chat/1#1", "post:help-chat/1#1!"),
        deliveries.given.stream().map(one -> one.effect().key()).toList());
  }

  @Test
  void neverHearsWhatTheConductDoesNotHearOf() throws Exception {
    Conduct deaf =
        new Conduct() {
          @Override
          public List<Input> hears(Input input) {
            return input.signal() instanceof Signal.AgentNoted ? List.of() : List.of(input);
          }
        };

    run(deaf, Horizon.asks(1), Horizon.escalates(1, 1));

    assertEquals(List.of(), deliveries.given);
  }

  @Test
  void remembersAfterARestartWhatItHeardAndNotWhatWasSaid() throws Exception {
    Conduct eager =
        new Conduct() {
          @Override
          public List<Input> hears(Input input) {
            return input.signal() instanceof Signal.UserWrote
                ? List.of(
                    input,
                    new Input(
                        input.key() + ":eager", input.atNanos(), Horizon.escalates(1, 1).signal()))
                : List.of(input);
          }
        };
    run(eager, Horizon.asks(1));
    await().atMost(LONG).until(() -> deliveries.given.size() == 1);
    deliveries.given.clear();

    run(Conduct.HONEST, Horizon.asks(1));

    // Undelivered so far, and so delivered again; not posted a second time.
    assertEquals(
        List.of("post:help-chat/1#1"),
        deliveries.given.stream().map(one -> one.effect().key()).distinct().toList());
  }

  private void run(Conduct conduct, Arrival... arrivals) throws Exception {
    try (Ledger ledger = Ledger.open(new Database.Sqlite(dir))) {
      Mind mind = new Mind(Horizon.playbook(Deadlines.DEFAULT), conduct);
      Recorder recorder = new Recorder(ledger, mind, 1, deliveries);
      recorder.start();
      for (Arrival arrival : arrivals) {
        recorder.learn(List.of(arrival)).get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
      recorder.stop();
    }
  }
}
