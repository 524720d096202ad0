package gameday.mocks.faults;

/**
 * What happens to one webhook on its way.
 *
 * @param lost whether it is never delivered; then nothing else counts
 * @param reordered whether it waits to be overtaken
 * @param delayNanos how much later it comes, event time; 0 if in time
 * @param duplicated whether it is delivered twice
 * @param repeats how often it is told again under new ids
 * @param seed where those ids come from
 */
public record Meddling(
    boolean lost, boolean reordered, long delayNanos, boolean duplicated, int repeats, long seed) {
  static final Meddling NONE = new Meddling(false, false, 0, false, 0, 0);

  /** Whether nothing happens to it. */
  public boolean isNone() {
    return this == NONE;
  }
}
