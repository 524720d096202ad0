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
      - [The rules by example](histories.md) shows for each a history that it accepts and one that it rejects.
      - What the pipeline [says it doesn't know](pipeline-contract.md) is not judged: a rule that is all about that is *not exercised*, too.
      - One failure belongs to one rule, so that one mistake doesn't turn half of the report red. Each section says which are its own.
      - What a fault of the scenario made impossible is excused until the fault is over.
      - *Safety*: something happened that must not. It is told at once, whatever fault is on and however the run ends.
      - *Liveness*: something due came late or never. A fault in its way puts it off until the fault is over, and in a run that was
        interrupted, given up or cut off it is left undecided: the rule is *inconclusive* then.
      - Every violation comes with its witnesses: the few lines of `history.jsonl` that prove it.
      - A scenario can have [rules of its own](own-rules.md), judged and told like these.
      - Each rule is proved by planted faults that it must notice and no other rule: [saboteurs.md](saboteurs.md).
      """;

  @Test
  void thePageOnFileIsTheOneOfTheRuleBook() throws IOException {
    StringBuilder page = new StringBuilder(START);
    for (RuleBook.Words rule : RuleBook.words()) {
      page.append("\n## ").append(rule.id()).append("\n\n");
      page.append("[See it in an example](histories.md#%s).\n\n".formatted(rule.id()));
      page.append(rule.sentence()).append("\n\n");
      line(page, "Its own failures, safety", rule.safety());
      line(page, "Its own failures, liveness", rule.liveness());
      line(page, "For example", rule.example());
      line(page, "Exercised by", rule.needs() + ".");
      line(page, "Cases it takes", rule.minimumCases() + ".");
      line(page, "To blame may be", "the " + rule.blame() + ".");
    }

    Pages.check("rules.md", page.toString());
  }

  private static void line(StringBuilder page, String name, String words) {
    if (!words.isEmpty()) {
      page.append("- %s: %s\n".formatted(name, lowered(words)));
    }
  }

  private static String lowered(String sentence) {
    boolean acronym = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
    return acronym ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
