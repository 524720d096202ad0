package gameday.slices;

import java.util.Arrays;

/** What has a name is tied to what calls for that name, wherever in the run the two are. */
final class Pairing {
  private final Longs offered = new Longs(16);
  private final Ints offering = new Ints(16);
  private final Longs called = new Longs(16);
  private final Ints calling = new Ints(16);

  void offer(long name, int knot) {
    offered.add(name);
    offering.add(knot);
  }

  void call(long name, int knot) {
    called.add(name);
    calling.add(knot);
  }

  void tie(Knots knots) {
    Knots names = new Knots();
    for (int i = 0; i < called.size(); i++) {
      names.number(called.get(i));
    }
    int[] first = new int[names.size()];
    Arrays.fill(first, -1);
    for (int i = 0; i < offered.size(); i++) {
      int name = names.known(offered.get(i));
      if (name >= 0 && first[name] >= 0) {
        knots.tie(first[name], offering.get(i));
      } else if (name >= 0) {
        first[name] = offering.get(i);
      }
    }
    for (int i = 0; i < called.size(); i++) {
      int offer = first[names.known(called.get(i))];
      if (offer >= 0) {
        knots.tie(offer, calling.get(i));
      }
    }
  }
}
