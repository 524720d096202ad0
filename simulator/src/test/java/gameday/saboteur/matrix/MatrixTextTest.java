package gameday.saboteur.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.saboteur.Day;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixTextTest {
  private static final List<String> RULES = List.of("answer-returned", "on-time");
  private static final Saboteur DROPS = Saboteurs.called("drops-answers").orElseThrow();

  @Test
  void showsTheWorstOfAllSeedsInACell() {
    Matrix matrix =
        new Matrix(
            List.of(
                trial(Optional.empty(), 1, passes("answer-returned"), unexercised("on-time")),
                trial(Optional.of(DROPS), 1, fails("answer-returned"), passes("on-time")),
                trial(Optional.of(DROPS), 2, passes("answer-returned"), fails("on-time"))));

    assertEquals(
        """

                                            answer-returned
                                            | on-time
                                            | |
        honest on plain                     .
        drops-answers                       - !

          # caught   . nothing to notice, nothing said   (blank) no case   - MISSED   ! WRONGLY RAISED

          answer-returned missed drops-answers (seed 2)
          on-time was raised wrongly against drops-answers (seed 2), blaming the pipeline: it happened
        1 saboteurs on 2 days each: 1 of 3 trials are not as they must be.
        """,
        MatrixText.of(matrix, RULES));
  }

  @Test
  void endsWithASentenceIfAllIsWell() {
    Matrix matrix = new Matrix(List.of(trial(Optional.of(DROPS), 1, fails("answer-returned"))));

    assertTrue(
        MatrixText.of(matrix, RULES)
            .endsWith(
                "1 saboteurs on 1 days each: each was caught by its own rule and by no other, and"
                    + " nothing was said against the honest pipeline.\n"));
  }

  @Test
  void tellsProgramsTheSame() {
    Matrix matrix = new Matrix(List.of(trial(Optional.of(DROPS), 1, fails("answer-returned"))));

    assertEquals(
        """
        {
          "version" : 1,
          "right" : true,
          "faults" : [ ],
          "trials" : [ {
            "who" : "drops-answers",
            "seed" : 1,
            "right" : true,
            "rule" : "answer-returned",
            "blame" : "pipeline",
            "cells" : {
              "answer-returned" : "caught"
            }
          } ]
        }""",
        MatrixJson.of(matrix));
  }

  private static Trial trial(Optional<Saboteur> saboteur, long seed, RuleVerdict... rules) {
    return new Trial(saboteur, Day.PLAIN, seed, List.of(rules));
  }

  private static RuleVerdict passes(String rule) {
    return new RuleVerdict(rule, "It holds.", Outcome.PASS, 1, 1, List.of());
  }

  private static RuleVerdict unexercised(String rule) {
    return new RuleVerdict(rule, "It holds.", Outcome.NOT_EXERCISED, 0, 0, List.of());
  }

  private static RuleVerdict fails(String rule) {
    return new RuleVerdict(
        rule,
        "It holds.",
        Outcome.FAIL,
        1,
        1,
        List.of(
            new Violation(
                rule, Optional.empty(), Blame.PIPELINE, Kind.SAFETY, "it happened", List.of())));
  }
}
