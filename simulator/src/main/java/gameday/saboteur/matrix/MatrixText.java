package gameday.saboteur.matrix;

import gameday.saboteur.Saboteur;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The matrix in text: a saboteur a line, a rule a column, all seeds in one cell. */
public final class MatrixText {
  private static final String LEGEND =
      "  # caught   . nothing to notice, nothing said   (blank) no case   - MISSED   ! WRONGLY"
          + " RAISED";

  private MatrixText() {}

  /**
   * The table, its legend, what is wrong with it and a sentence to end with.
   *
   * @param rules the rule book's ids, in order
   */
  public static String of(Matrix matrix, List<String> rules) {
    StringBuilder text = new StringBuilder();
    heading(text, rules);
    Map<String, List<Trial>> rows = new LinkedHashMap<>();
    matrix
        .trials()
        .forEach(trial -> rows.computeIfAbsent(trial.who(), who -> new ArrayList<>()).add(trial));
    rows.forEach((who, trials) -> row(text, who, trials, rules));
    text.append("\n").append(LEGEND).append("\n\n");
    matrix.faults().forEach(fault -> text.append("  ").append(fault).append('\n'));
    return text.append(sentence(matrix)).append('\n').toString();
  }

  /** How it went, in a sentence. */
  public static String sentence(Matrix matrix) {
    long saboteurs =
        matrix.trials().stream()
            .flatMap(trial -> trial.saboteur().stream())
            .map(Saboteur::id)
            .distinct()
            .count();
    long seeds = matrix.trials().stream().map(Trial::seed).distinct().count();
    long wrong = matrix.trials().stream().filter(trial -> !trial.isRight()).count();
    String played = "%d saboteurs on %d days each: ".formatted(saboteurs, seeds);
    return wrong == 0
        ? played
            + "each was caught by its own rule and by no other, and nothing was said against the honest pipeline."
        : played
            + "%d of %d trials are not as they must be.".formatted(wrong, matrix.trials().size());
  }

  private static void heading(StringBuilder text, List<String> rules) {
    text.append('\n');
    for (int i = 0; i < rules.size(); i++) {
      text.append(" ".repeat(36)).append("| ".repeat(i)).append(rules.get(i)).append('\n');
    }
    text.append(" ".repeat(36)).append("| ".repeat(rules.size()).strip()).append('\n');
  }

  private static void row(StringBuilder text, String who, List<Trial> trials, List<String> rules) {
    StringBuilder line = new StringBuilder("%-36s".formatted(who));
    for (String rule : rules) {
      line.append(mark(trials, rule)).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** The worst of all seeds. */
  private static char mark(List<Trial> trials, String rule) {
    Optional<Trial.Cell> worst =
        trials.stream().flatMap(trial -> cell(trial, rule).stream()).min(Enum::compareTo);
    return worst
        .map(
            cell ->
                switch (cell) {
                  case WRONG -> '!';
                  case MISSED -> '-';
                  case CAUGHT -> '#';
                  case QUIET -> '.';
                  case NOT_EXERCISED -> ' ';
                })
        .orElse(' ');
  }

  private static Optional<Trial.Cell> cell(Trial trial, String rule) {
    return trial.rules().stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .findFirst()
        .map(trial::cell);
  }
}
