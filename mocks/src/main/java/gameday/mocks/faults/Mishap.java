package gameday.mocks.faults;

/**
 * What happens to one call.
 *
 * @param fate how it ends
 * @param delayNanos how much later that is, machine time
 */
public record Mishap(Fate fate, long delayNanos) {
  static final Mishap NONE = new Mishap(new Fate.Fine(), 0);
}
