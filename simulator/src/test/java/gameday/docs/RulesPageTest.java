package gameday.docs;

import gameday.checker.RuleBook;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulesPageTest {
  private static final String START =
      """
      # Rules

      What a run is judged by, in the order reports tell it; `./gameday rules` lists the same. Generated from the rule book.

      - A rule is violated when the pipeline breaks it, and then the run's exit code is 3. What people or Gameday itself did wrong
        is told with its blame (`staff`, `harness`) and fails nothing.
      - A rule without a case is *not exercised* if the day could not bring one, and says nothing about the run. If the day could,
        or if there were fewer cases than it takes, it is *inconclusive*, and the run can't pass (exit code 4).
      - What the pipeline [says it doesn't know](pipeline-contract.md) is not judged: a rule that is all about that is *not exercised*, too.
      - One failure belongs to one rule, so that one mistake doesn't turn half of the report red. Each section says which are its own.
      - What a fault of the scenario made impossible is excused until the fault is over.
      - Every violation comes with its witnesses: the few lines of `history.jsonl` that prove it.
      - Each rule is proved by planted faults that it must notice and no other rule: [saboteurs.md](saboteurs.md).
      """;

  @Test
  void thePageOnFileIsTheOneOfTheRuleBook() throws IOException {
    StringBuilder page = new StringBuilder(START);
    for (RuleBook.Words rule : RuleBook.words()) {
      page.append("\n## ").append(rule.id()).append("\n\n");
      page.append(rule.sentence()).append("\n\n");
      page.append("- Its own failures: ").append(lowered(rule.owns())).append('\n');
      page.append("- Exercised by: ").append(rule.needs()).append(".\n");
      page.append("- Cases it takes: ").append(rule.minimumCases()).append(".\n");
    }

    Pages.check("rules.md", page.toString());
  }

  private static String lowered(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
