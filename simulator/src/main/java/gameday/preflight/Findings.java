package gameday.preflight;

import gameday.preflight.Check.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers what was found, of the checks that are wanted. */
final class Findings {
  /** What is wrong with these is told even if nobody asked: nothing else could be looked at. */
  private static final Set<CheckName> WITHOUT_WHICH_NOTHING =
      Set.of(CheckName.SLACK_TOKEN, CheckName.HELP_CHAT_TOKEN);

  private final Set<CheckName> wanted;
  private final List<Check> checks = new ArrayList<>();

  Findings(Set<CheckName> wanted) {
    this.wanted = wanted;
  }

  boolean wants(CheckName... names) {
    return List.of(names).stream().anyMatch(wanted::contains);
  }

  void ok(CheckName name, String subject, String found) {
    add(name, subject, State.OK, found, "");
  }

  void missing(CheckName name, String subject, String found, String remedy) {
    add(name, subject, State.MISSING, found, remedy);
  }

  void warning(CheckName name, String subject, String found, String remedy) {
    add(name, subject, State.WARNING, found, remedy);
  }

  void unknown(CheckName name, String subject, String found) {
    add(name, subject, State.UNKNOWN, found, "run it again once that is over");
  }

  void skipped(CheckName name, String found) {
    add(name, "", State.SKIPPED, found, "");
  }

  void add(CheckName name, String subject, State state, String found, String remedy) {
    boolean inTheWay =
        WITHOUT_WHICH_NOTHING.contains(name) && (state == State.MISSING || state == State.UNKNOWN);
    if (wanted.contains(name) || inTheWay) {
      checks.add(new Check(name, subject, state, found, remedy));
    }
  }

  List<Check> all() {
    return List.copyOf(checks);
  }
}
