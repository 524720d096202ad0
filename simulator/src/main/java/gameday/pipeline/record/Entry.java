package gameday.pipeline.record;

import gameday.pipeline.store.Ledger;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is to be stored together.
 *
 * @param stored completes once it is
 */
record Entry(List<Arrival> arrivals, List<Ledger.Settled> settled, CompletableFuture<Void> stored) {
  static Entry of(List<Arrival> arrivals) {
    return new Entry(arrivals, List.of(), new CompletableFuture<>());
  }

  static Entry settling(Ledger.Settled settled, List<Arrival> outcome) {
    return new Entry(outcome, List.of(settled), new CompletableFuture<>());
  }
}
