package gameday.mocks.intruder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What an intruder has overheard: of each product a sample of everything so far, so that old ones
 * are among it, and no more than that. Safe for use by many threads.
 */
final class Notebook {
  private static final int KEPT_A_PRODUCT = 64;

  private final SplittableRandom chance;
  private final Map<String, Page> pages = new TreeMap<>();

  Notebook(long seed) {
    this.chance = new SplittableRandom(seed);
  }

  private static final class Page {
    private final List<Overheard> kept = new ArrayList<>();
    private long heard;
  }

  /** Vitter's algorithm R: each of n so far is kept with the same chance. */
  synchronized void add(Overheard request) {
    var page = pages.computeIfAbsent(request.webhook().from(), from -> new Page());
    page.heard++;
    if (page.kept.size() < KEPT_A_PRODUCT) {
      page.kept.add(request);
      return;
    }
    var at = chance.nextLong(page.heard);
    if (at < KEPT_A_PRODUCT) {
      page.kept.set((int) at, request);
    }
  }

  /** One of a product's; empty if nothing of it was heard yet. */
  synchronized Optional<Overheard> any(String from, RandomGenerator choice) {
    var page = pages.get(from);
    return page == null
        ? Optional.empty()
        : Optional.of(page.kept.get(choice.nextInt(page.kept.size())));
  }
}
