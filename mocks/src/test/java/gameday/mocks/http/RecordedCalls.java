package gameday.mocks.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told. */
public final class RecordedCalls implements CallListener {
  /** One line a call, in order. */
  public final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void called(String service, String label, int status, String outcome) {
    lines.add(service + " " + label + " " + status + " " + outcome);
  }

  @Override
  public void broke(String service, String call, RuntimeException why) {
    lines.add(service + " " + call + " broke: " + why.getMessage());
  }
}
