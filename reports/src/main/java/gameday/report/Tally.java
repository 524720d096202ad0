package gameday.report;

import gameday.measures.Measures;
import gameday.measures.QuestionTimes.End;
import java.util.ArrayList;
import java.util.List;

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
    if (answered == total) {
      return total == 1
          ? "The one question was answered."
          : "All %,d questions were answered.".formatted(total);
    }
    List<String> ends = new ArrayList<>();
    ends.add("%,d were answered".formatted(answered));
    addIfAny(ends, gaveUp, "%,d given up by their askers");
    addIfAny(ends, open, "%,d still open at the end");
    addIfAny(ends, neverAsked, "%,d never asked");
    String last = ends.removeLast();
    String list = ends.isEmpty() ? last : String.join(", ", ends) + " and " + last;
    return "Of %s, %s.".formatted(Headline.count(total, "question"), list);
  }

  private static void addIfAny(List<String> ends, long number, String words) {
    if (number > 0) {
      ends.add(words.formatted(number));
    }
  }
}
