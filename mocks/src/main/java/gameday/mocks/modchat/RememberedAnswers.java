package gameday.mocks.modchat;

import gameday.mocks.http.Answer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was answered under which idempotency key; the last thousands, the oldest go first. */
final class RememberedAnswers {
  private static final int MAX_KEYS = 5_000;

  private final Map<String, Remembered> byKey =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MAX_KEYS;
        }
      };

  private record Remembered(int request, Answer answer) {}

  /** The first answer under {@code key}; for another request than then, 422. */
  Answer once(String key, byte[] request, Supplier<Answer> work) {
    Remembered before = byKey.get(key);
    if (before != null) {
      return before.request() == Arrays.hashCode(request)
          ? before.answer()
          : Answers.error(422, "idempotency_key_reused");
    }
    Answer answer = work.get();
    if (answer.status() < 300) {
      byKey.put(key, new Remembered(Arrays.hashCode(request), answer));
    }
    return answer;
  }
}
