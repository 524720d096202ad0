package gameday.mocks.faults;

import java.util.Optional;

/**
 * What happens to one call.
 *
 * @param refusal if the call is not carried out: what it is answered
 * @param delayNanos how much later the answer comes, machine time
 * @param answerLost whether the connection is dropped after the call was carried out
 */
public record Mishap(Optional<Refusal> refusal, long delayNanos, boolean answerLost) {
  static final Mishap NONE = new Mishap(Optional.empty(), 0, false);

  /** An HTTP status, and the fault's word for the record: {@code outage} or {@code errors}. */
  public record Refusal(int status, String word) {}
}
