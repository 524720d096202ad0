package gameday.virtual;

import gameday.history.Happening.IntruderTried;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Tries to get in while the scenario says so: with requests that nobody signed, that were signed
 * wrongly, or long ago. What it says if it is let in does not matter; that it was let in does.
 */
final class Intruder {
  private static final double MINUTE_NANOS = 60e9;
  private static final long STREAM = 0x696e7472756465L;
  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;
  private static final List<String> ON = List.of("help-chat", "mod-chat", SlackSpace.NAME);
  private static final List<String> TRICKS = List.of("unsigned", "wrongly-signed", "stale");

  private final Stage stage;
  private final Shell shell;
  private final SplittableRandom chance;

  /** Those that are there, by the fault's name; each visit has a number of its own. */
  private final Map<String, Integer> there = new HashMap<>();

  private int visits;
  private int tried;

  Intruder(Stage stage, Shell shell) {
    this.stage = stage;
    this.shell = shell;
    this.chance = new SplittableRandom(stage.script.seed() ^ STREAM);
  }

  void comes(String name, double perMinute) {
    int visit = ++visits;
    there.put(name, visit);
    next(name, visit, (long) (MINUTE_NANOS / perMinute));
  }

  void goes(String name) {
    there.remove(name);
  }

  private void next(String name, int visit, long pauseNanos) {
    stage.time.after(
        pauseNanos,
        () -> {
          if (there.getOrDefault(name, 0) == visit) {
            tries();
            next(name, visit, pauseNanos);
          }
        });
  }

  private void tries() {
    String on = ON.get(chance.nextInt(ON.size()));
    String trick = TRICKS.get(chance.nextInt(TRICKS.size()));
    String mark = String.format(Locale.ROOT, "forged-%08x", ++tried);
    stage.chronicle.record(new IntruderTried(on, trick, status(trick), mark));
  }

  private int status(String trick) {
    if (!shell.isThere()) {
      return 0;
    }
    return shell.believes(trick.equals("stale")) ? OK : UNAUTHORIZED;
  }
}
