package gameday.report;

import gameday.history.Happening.RunEnded.Reason;
import gameday.verdict.ExitCode;
import gameday.verdict.Verdict;

/** The one word an event lead is after. */
enum Readiness {
  READY("Ready", "ready", "good", "✓"),
  NOT_READY("Not ready", "not-ready", "bad", "✗"),
  NOT_PROVEN("Not proven", "not-proven", "open", "?");

  private final String words;
  private final String word;
  private final String style;
  private final String mark;

  Readiness(String words, String word, String style, String mark) {
    this.words = words;
    this.word = word;
    this.style = style;
    this.mark = mark;
  }

  /** A run that was cut off proves nothing good, whatever it saw until then. */
  static Readiness of(Verdict verdict) {
    Readiness readiness = of(verdict.exitCode());
    return readiness == READY && verdict.reason() == Reason.ABORTED ? NOT_PROVEN : readiness;
  }

  private static Readiness of(ExitCode exit) {
    return switch (exit) {
      case PASS -> READY;
      case GATE_FAILED, INCORRECT -> NOT_READY;
      case BROKEN, INCONCLUSIVE, NOT_TRUSTWORTHY, USAGE, INTERRUPTED -> NOT_PROVEN;
    };
  }

  /** For people. */
  String words() {
    return words;
  }

  /** For files. */
  String word() {
    return word;
  }

  /** The style sheet's class. */
  String style() {
    return style;
  }

  /** One character that says it without colour. */
  String mark() {
    return mark;
  }
}
