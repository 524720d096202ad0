package gameday.pipeline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both databases must do alike. */
class LedgerTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");

  @TempDir private Path dir;

  enum Kind {
    SQLITE,
    POSTGRES
  }

  private Database database(Kind kind) throws SQLException {
    return switch (kind) {
      case SQLITE -> new Database.Sqlite(dir);
      case POSTGRES -> PostgresServer.newDatabase();
    };
  }

  private static Ledger.Logged tick(long seq) {
    return new Ledger.Logged(seq, new Input("k" + seq, seq * 10, new Signal.Tick()));
  }

  private static Ledger.Placed note(String key) {
    return new Ledger.Placed(new Effect.NoteToAgent(key, HELP, "text of " + key), "lane");
  }

  private static Ledger joined(Database database) throws SQLException {
    Ledger ledger = Ledger.open(database);
    ledger.begin();
    assertTrue(ledger.join(new NotedWatch()));
    ledger.commit();
    return ledger;
  }

  private static List<String> keys(List<Ledger.Handed> handed) {
    return handed.stream().map(one -> one.effect().key() + (one.doubtful() ? "?" : "")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void keepsInputsInTheirOrderAndHandsThemOverInPages(Kind kind) throws SQLException {
    Database database = database(kind);
    try (Ledger ledger = Ledger.open(database)) {
      ledger.begin();
      ledger.addInputs(LongStream.rangeClosed(1, 250).mapToObj(LedgerTest::tick).toList());
      ledger.commit();
    }

    try (Ledger ledger = Ledger.open(database)) {
      assertEquals(
          LongStream.rangeClosed(1, 100).mapToObj(LedgerTest::tick).toList(),
          ledger.inputsAfter(0, 100));
      assertEquals(
          LongStream.rangeClosed(241, 250).mapToObj(LedgerTest::tick).toList(),
          ledger.inputsAfter(240, 100));
      assertEquals(List.of(), ledger.inputsAfter(250, 100));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsNothingOfATransactionThatWasNotCommitted(Kind kind) throws SQLException {
    Database database = database(kind);
    try (Ledger ledger = joined(database)) {
      ledger.begin();
      ledger.addInputs(List.of(tick(1)));
      ledger.addEffects(List.of(note("a")));
      ledger.reopen();

      assertEquals(List.of(), ledger.inputsAfter(0, 100));
      assertEquals(List.of(), ledger.mineAfter(0));
      ledger.begin();
      ledger.addInputs(List.of(tick(1)));
      ledger.commit();
      assertEquals(List.of(tick(1)), ledger.inputsAfter(0, 100));
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsOutEachEffectOnceInOrderUntilItIsSettled(Kind kind) throws SQLException {
    try (Ledger ledger = joined(database(kind))) {
      ledger.begin();
      List<Ledger.Handed> first =
          ledger.addEffects(IntStream.range(0, 40).mapToObj(n -> note("a" + n)).toList());
      List<Ledger.Handed> second = ledger.addEffects(List.of(note("b"), note("a7"), note("c")));
      ledger.settle(
          List.of(
              new Ledger.Settled("b", Ledger.State.DONE),
              new Ledger.Settled("a39", Ledger.State.REFUSED)));
      ledger.commit();

      assertEquals(IntStream.range(0, 40).mapToObj(n -> "a" + n).toList(), keys(first));
      assertEquals(List.of("b", "c"), keys(second));
      assertEquals(List.of("a38", "c"), keys(ledger.mineAfter(first.get(37).id())));
      assertEquals(
          List.of("c", "a3"),
          ledger.undelivered(List.of("c", "b", "a3", "x")).stream().map(Effect::key).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOpenEffectsToTheNextRunWhichDoubtsThem(Kind kind) throws SQLException {
    Database database = database(kind);
    try (Ledger ledger = joined(database)) {
      ledger.begin();
      ledger.addEffects(List.of(note("a"), note("b"), note("c")));
      ledger.settle(List.of(new Ledger.Settled("b", Ledger.State.DONE)));
      ledger.commit();
    }

    try (Ledger ledger = joined(database)) {
      ledger.begin();
      List<Ledger.Handed> left = ledger.adopt(Duration.ZERO);
      List<Ledger.Handed> again = ledger.adopt(Duration.ZERO);
      ledger.commit();

      assertEquals(List.of("a?", "c?"), keys(left));
      assertEquals(List.of(), keys(again));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bringsBackExactlyWhatWasSaid(Kind kind) throws SQLException {
    String text = "\0 ' \\ \ud83d half, \ud83d\ude00 whole, \u202e right to left, <!channel>";
    Input input =
        new Input(
            StoredKey.of("key \0 " + "x".repeat(1_000_000)),
            1,
            new Signal.UserWrote(HELP, Caller.UNKNOWN, text, true));
    Effect effect = new Effect.NoteToAgent("effect " + text.repeat(1_000), HELP, text);
    try (Ledger ledger = joined(database(kind))) {
      ledger.begin();
      ledger.addInputs(List.of(new Ledger.Logged(1, input)));
      ledger.addEffects(List.of(new Ledger.Placed(effect, text)));
      ledger.commit();

      assertEquals(input, ledger.inputsAfter(0, 1).getFirst().input());
      assertEquals(effect, ledger.mineAfter(0).getFirst().effect());
      assertEquals(List.of(effect), ledger.undelivered(List.of(effect.key())));
      ledger.settle(List.of(new Ledger.Settled(effect.key(), Ledger.State.DONE)));
      assertEquals(List.of(), ledger.mineAfter(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void remembersTheClockAndItsBirth(Kind kind) throws SQLException {
    Database database = database(kind);
    Instant birth = Instant.ofEpochMilli(1_700_000_000_123L);
    try (Ledger ledger = Ledger.open(database)) {
      assertEquals(Optional.empty(), ledger.clock());
      ledger.setClock(new ClockZero(1, 2, 3));
      ledger.setClock(new ClockZero(4, 5, 0.5));
      assertEquals(birth, ledger.born(birth));
      ledger.commit();
    }

    try (Ledger ledger = Ledger.open(database)) {
      assertEquals(Optional.of(new ClockZero(4, 5, 0.5)), ledger.clock());
      assertEquals(birth, ledger.born(birth.plusSeconds(60)));
    }
  }
}
