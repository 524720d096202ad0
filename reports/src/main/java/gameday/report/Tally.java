package gameday.report;

import gameday.measures.Measures;
import gameday.measures.QuestionTimes.End;

/** How the questions ended, counted. */
record Tally(long total, long answered, long gaveUp, long open, long neverAsked) {
  static Tally of(Measures measures) {
    long answered = 0;
    long gaveUp = 0;
    long open = 0;
    long neverAsked = 0;
    for (var question : measures.questions()) {
      switch (question.end()) {
        case ANSWERED -> answered++;
        case GAVE_UP_SILENTLY, GAVE_UP_SAYING_SO -> gaveUp++;
        case OPEN -> open++;
        case NEVER_ASKED -> neverAsked++;
      }
    }
    return new Tally(measures.questions().size(), answered, gaveUp, open, neverAsked);
  }

  static String words(End end) {
    return switch (end) {
      case ANSWERED -> "answered";
      case GAVE_UP_SILENTLY -> "gave up silently";
      case GAVE_UP_SAYING_SO -> "gave up, said so";
      case OPEN -> "still open";
      case NEVER_ASKED -> "never asked";
    };
  }

  /** Such as {@code Of 480 questions, 455 were answered and 25 given up by their askers.} */
  String sentence() {
    if (total == 0) {
      return "No question was asked.";
    }
    StringBuilder sentence = new StringBuilder("Of %,d questions, ".formatted(total));
    sentence.append("%,d were answered".formatted(answered));
    sentence.append(", %,d given up by their askers".formatted(gaveUp));
    if (open > 0) {
      sentence.append(", %,d still open at the end".formatted(open));
    }
    if (neverAsked > 0) {
      sentence.append(", %,d never asked".formatted(neverAsked));
    }
    return sentence.append('.').toString();
  }
}
