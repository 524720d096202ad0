package gameday.virtual;

import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import java.util.List;

/**
 * What one webhook tells.
 *
 * @param arrivals what a pipeline learns by it
 * @param part where the product numbers changes and promises no order, the number of this one; else
 *     0
 * @param onlyIfNewest whether it is no news to whoever knows of a later part already
 */
record News(List<Arrival> arrivals, long part, boolean onlyIfNewest) {
  /** Tells nothing a pipeline needs. */
  static final News NONE = new News(List.of(), 0, false);

  static News of(String key, Signal signal) {
    return new News(List.of(new Arrival(key, signal)), 0, false);
  }

  static News of(List<Arrival> arrivals) {
    return new News(arrivals, 0, false);
  }

  boolean isNone() {
    return arrivals.isEmpty() && part == 0;
  }

  /** The same by other names, as a product tells it whose names are its deliveries'. */
  News under(String mark) {
    return new News(
        arrivals.stream().map(it -> new Arrival(it.key() + mark, it.signal())).toList(),
        part,
        onlyIfNewest);
  }
}
