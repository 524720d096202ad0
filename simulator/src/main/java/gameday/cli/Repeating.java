package gameday.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The commands that play a simulated day again.
 *
 * @param scenario the scenario as it was given
 * @param overrides its changed settings
 * @param flags other options that make a difference, as they were given
 * @param sabotage the saboteur at work, if any
 */
record Repeating(
    String scenario, List<String> overrides, List<String> flags, Optional<String> sabotage) {
  Repeating {
    overrides = List.copyOf(overrides);
    flags = List.copyOf(flags);
  }

  /** Plays one seed again. */
  String seed(long seed) {
    StringBuilder line = new StringBuilder(simulate(scenario)).append(" --seeds ").append(seed);
    overrides.forEach(one -> line.append(" --set ").append(quoted(one)));
    flags.forEach(flag -> line.append(' ').append(flag));
    return sabotaged(line);
  }

  /** Plays a shrunk day in virtual time. */
  String virtually(Path shrunk) {
    return sabotaged(new StringBuilder(simulate(shrunk.toString())).append(" --as-written"));
  }

  /** Plays a shrunk day live. */
  String live(Path shrunk) {
    return Called.command() + " run " + quoted(shrunk.toString());
  }

  private static String simulate(String what) {
    return Called.command() + " simulate " + quoted(what) + " --faults";
  }

  private String sabotaged(StringBuilder line) {
    sabotage.ifPresent(id -> line.append(" --sabotage ").append(id));
    return line.toString();
  }

  /** As a shell takes it for one word. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:,%+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
