package gameday.mocks.helpchat.chatwoot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a conversation stands: pending while the bot has it, open for agents. */
enum Status {
  OPEN,
  RESOLVED,
  PENDING,
  SNOOZED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Status> of(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
