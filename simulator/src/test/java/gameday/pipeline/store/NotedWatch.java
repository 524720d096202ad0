package gameday.pipeline.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is told. */
final class NotedWatch implements Ledger.Watch {
  final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void told() {
    told.add("told");
  }

  @Override
  public void lost() {
    told.add("lost");
  }
}
