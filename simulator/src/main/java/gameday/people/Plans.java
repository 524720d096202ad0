package gameday.people;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What somebody plans to do about a chat, dropped if the chat takes another turn meanwhile. */
final class Plans {
  private final Setting setting;

  Plans(Setting setting) {
    this.setting = setting;
  }

  /** Does {@code action} so much later. */
  void after(Conversation chat, Duration delay, Runnable action) {
    int turn = chat.turn;
    setting
        .agenda()
        .after(
            delay,
            () -> {
              if (chat.turn == turn) {
                action.run();
              }
            });
  }

  /** Tries {@code attempt} until it gets through; then does {@code next}. */
  void insists(Conversation chat, BooleanSupplier attempt, Runnable next) {
    int turn = chat.turn;
    setting.persistence().insist(() -> chat.turn == turn, attempt, next);
  }
}
